/** Signed credentials (Open Badges 3.0): issued, revoked, baked into pictures, checked by anybody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "keys", "language", "site"})
package dz.linatatawwa.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
