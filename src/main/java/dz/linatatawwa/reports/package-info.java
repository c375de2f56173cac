/** What people report of what they see here: gathered, decided, told, and open to recourse. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "organizations", "places", "site", "supervision"})
package dz.linatatawwa.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
