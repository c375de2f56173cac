/** The pages of one's own data, of leaving, of the register, and of the officer. */
@NullMarked
package dz.linatatawwa.privacy.web;

import org.jspecify.annotations.NullMarked;
