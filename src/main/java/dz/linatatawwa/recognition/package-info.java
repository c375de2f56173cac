/** What hours say of a person: badges by tiers of confirmed hours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "hours", "language", "notices", "site", "volunteers"})
package dz.linatatawwa.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
