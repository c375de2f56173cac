/** Pages of guardians, of papers and of groups. */
@NullMarked
package dz.linatatawwa.guardians.web;

import org.jspecify.annotations.NullMarked;
