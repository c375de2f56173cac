/** Who came, from when to when: the deeds of a day, merged once whatever their order. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "opportunities", "organizations", "participation", "places", "site", "volunteers"})
package dz.linatatawwa.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
