/** The pages of contests: to open one, to look at one from each side, to settle it. */
@NullMarked
package dz.linatatawwa.contests.web;

import org.jspecify.annotations.NullMarked;
