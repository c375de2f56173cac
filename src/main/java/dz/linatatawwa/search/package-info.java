/** One box for all that everybody may see, whatever its kind: one table of it, kept true by what the rooms write, which feeds and the map of the site read too. */
@NullMarked
@ApplicationModule(allowedDependencies = {"commands", "language", "opportunities", "places", "site", "taxonomy"})
package dz.linatatawwa.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
