/** The ledger of volunteer hours: proposed, confirmed, corrected; never overwritten. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "commands", "language", "notices", "opportunities", "organizations", "participation", "places", "site", "stories", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
