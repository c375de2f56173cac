/** What volunteers and organisations write to each other, and what an organisation tells all who come. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "guardians", "language", "notices", "opportunities", "organizations", "participation", "places", "reports", "site", "supervision", "volunteers"})
package dz.linatatawwa.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
