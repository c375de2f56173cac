/** What guardians see and stop, papers that they signed, and groups of schools and of scouts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "hours", "language", "notices", "opportunities", "organizations", "participation", "places", "site", "supervision", "volunteers"})
package dz.linatatawwa.guardians;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
