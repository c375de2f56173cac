/** Badges as versioned rules, levels over time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "credentials", "eligibility", "hours", "language", "notices", "opportunities", "print", "site", "supervision", "volunteers"})
package dz.linatatawwa.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
