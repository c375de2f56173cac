/** Pages and JSON of trainings. */
@NullMarked
package dz.linatatawwa.trainings.web;

import org.jspecify.annotations.NullMarked;
