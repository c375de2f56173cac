/** Figures of a quarter or a year, frozen: counted as of a checkpoint, without small cells, signed, and recomputed by whoever doubts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "checkpoints", "commands", "daybook", "eligibility", "figures", "hours", "impact", "keys", "language", "means", "places", "site", "supervision", "taxonomy", "turnout"})
package dz.linatatawwa.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
