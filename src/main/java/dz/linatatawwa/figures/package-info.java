/** One definition for each figure of volunteering, and the answers to every question about them, drawn only from the ledger. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "commands", "database", "eligibility", "hours", "language", "opportunities", "organizations", "places", "site", "volunteers"})
package dz.linatatawwa.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
