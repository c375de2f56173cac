/** From 'I want to help' to 'I have a place': applying, seats and the waiting list. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "opportunities", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
