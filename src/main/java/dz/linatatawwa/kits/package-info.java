/** A shift taken along on a phone: the roster that goes out, the deeds that come back, and the kiosk at a door. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "codes", "daybook", "language", "nodes", "opportunities", "organizations", "participation", "places", "site"})
package dz.linatatawwa.kits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
