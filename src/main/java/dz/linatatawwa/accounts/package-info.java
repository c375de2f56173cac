/** Who someone is: registration, sign-in, sessions, roles, consents. */
@NullMarked
@ApplicationModule(allowedDependencies = {"commands", "keys", "language", "nodes", "print", "site"})
package dz.linatatawwa.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
