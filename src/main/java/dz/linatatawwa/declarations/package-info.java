/** Work done outside the platform, as its people declare it, and the documents that raise it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "hours", "language", "notices", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.declarations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
