/** The nation's numbers, drawn only from the ledger, each with what it counts and as of when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "contests", "eligibility", "figures", "hours", "impact", "integrity", "language", "opportunities", "organizations", "partnerships", "places", "print", "programmes", "site", "supervision", "taxonomy", "turnout", "volunteers", "worth"})
package dz.linatatawwa.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
