/** Pages and JSON of applying, of the answers and of the day. */
@NullMarked
package dz.linatatawwa.participation.web;

import org.jspecify.annotations.NullMarked;
