/** Trainings: sessions, places, who came, what it proves. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "codes", "credentials", "eligibility", "language", "notices", "opportunities", "organizations", "participation", "partnerships", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.trainings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
