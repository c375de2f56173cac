/** Pages of signing in by an institution, and of those who administer institutions. */
@NullMarked
package dz.linatatawwa.entrances.web;

import org.jspecify.annotations.NullMarked;
