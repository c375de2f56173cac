/** The pages of programmes: the institution's desk, the member's own, the guardian's link. */
@NullMarked
package dz.linatatawwa.programmes.web;

import org.jspecify.annotations.NullMarked;
