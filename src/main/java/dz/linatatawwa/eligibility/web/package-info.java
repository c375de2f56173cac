/** The pages of eligibility: when Ramadan was and will be. */
@NullMarked
package dz.linatatawwa.eligibility.web;

import org.jspecify.annotations.NullMarked;
