/** The pages of credentials: one's own, those that are shown to others, who issues, and whether something is genuine. */
@NullMarked
package dz.linatatawwa.credentials.web;

import org.jspecify.annotations.NullMarked;
