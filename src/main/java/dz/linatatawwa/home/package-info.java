/** Pages that show several rooms at once: the front page and a person's desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "hours", "language", "notices", "opportunities", "organizations", "participation", "places", "recognition", "site", "statistics", "stories", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
