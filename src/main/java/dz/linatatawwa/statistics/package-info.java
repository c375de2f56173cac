/** The nation's numbers, drawn only from the ledger, each with what it counts and as of when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"contests", "figures", "hours", "integrity", "language", "opportunities", "organizations", "participation", "places", "site", "volunteers"})
package dz.linatatawwa.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
