/** Campaigns, opportunities and shifts: what, where, when, how many; publishing and search. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "nodes", "notices", "organizations", "places", "site", "supervision", "taxonomy"})
package dz.linatatawwa.opportunities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
