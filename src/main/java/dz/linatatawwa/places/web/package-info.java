/** The territory as JSON. */
@NullMarked
package dz.linatatawwa.places.web;

import org.jspecify.annotations.NullMarked;
