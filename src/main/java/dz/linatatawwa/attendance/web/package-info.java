/** Pages and JSON of the day. */
@NullMarked
package dz.linatatawwa.attendance.web;

import org.jspecify.annotations.NullMarked;
