/** Signed codes that show who somebody is: on the phone, on a card, in six digits; and the site's changing code. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "keys", "language", "opportunities", "organizations", "participation", "print", "site", "volunteers"})
package dz.linatatawwa.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
