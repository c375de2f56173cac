/** Ways in by the account that somebody has at an institution (OpenID Connect): who vouches, for whom, and which account here is theirs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "keys", "language", "notices", "organizations", "outside", "site", "supervision"})
package dz.linatatawwa.entrances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
