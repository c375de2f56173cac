/** A believable Algeria to try the platform on, and the outbox that shows its messages; absent without --demo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "archive", "attendance", "checkpoints", "database", "eligibility", "figures", "hours", "ideas", "language", "notices", "opportunities", "organizations", "participation", "partnerships", "places", "recognition", "releases", "rewards", "site", "statistics", "stories", "supervision", "taxonomy", "trainings", "volunteers"})
package dz.linatatawwa.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
