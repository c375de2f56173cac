/** Groups by which an institution follows its members, with their consent. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "certificates", "eligibility", "hours", "language", "notices", "partnerships", "site", "supervision", "volunteers"})
package dz.linatatawwa.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
