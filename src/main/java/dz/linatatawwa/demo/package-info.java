/** A believable Algeria to try the platform on, and the outbox that shows its messages; absent without --demo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "database", "hours", "language", "notices", "opportunities", "organizations", "participation", "places", "recognition", "site", "statistics", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
