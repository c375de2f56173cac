/** The door for other systems: keys with scopes and an end, deeds done once, limits, and every call under the rules of the pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "figures", "hours", "language", "opportunities", "organizations", "participation", "partnerships", "places", "programmes", "rewards", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
