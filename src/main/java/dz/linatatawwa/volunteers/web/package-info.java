/** Pages of joining and of one's own profile. */
@NullMarked
package dz.linatatawwa.volunteers.web;

import org.jspecify.annotations.NullMarked;
