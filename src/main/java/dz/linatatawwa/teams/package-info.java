/** Coming together: friends by link, teams that take seats in one go, families under one application, stand-ins and swaps. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "language", "notices", "opportunities", "organizations", "participation", "site", "supervision", "volunteers"})
package dz.linatatawwa.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
