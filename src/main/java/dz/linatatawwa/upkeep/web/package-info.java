/** The administrators' page of the platform's state. */
@NullMarked
package dz.linatatawwa.upkeep.web;

import org.jspecify.annotations.NullMarked;
