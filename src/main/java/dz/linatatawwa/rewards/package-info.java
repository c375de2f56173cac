/** Benefits that partners give: offered, taken, drawn by lot, redeemed once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "codes", "commands", "eligibility", "hours", "language", "notices", "partnerships", "places", "print", "site", "supervision", "volunteers"})
package dz.linatatawwa.rewards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
