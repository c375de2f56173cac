/** What was done before the platform or outside it: past operations as their people tell them, looked at, merged, searched, counted apart. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "daybook", "figures", "files", "imports", "language", "notices", "opportunities", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
