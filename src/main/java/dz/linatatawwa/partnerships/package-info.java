/** Partners, their people and their agreements. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "notices", "organizations", "places", "print", "site", "supervision"})
package dz.linatatawwa.partnerships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
