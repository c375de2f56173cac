/** Webhooks: systems of organisations and partners are told what happens to their things, signed, until they have it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "hours", "keys", "language", "notices", "opportunities", "organizations", "outside", "partnerships", "site", "supervision"})
package dz.linatatawwa.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
