/** What people propose: improvements, initiatives and needs of a place, supported, discussed, answered, taken up by organisations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "notices", "opportunities", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.ideas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
