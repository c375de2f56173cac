/** From 'I want to help' to 'I was there': applying, seats, waiting list, the day and attendance. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "opportunities", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
