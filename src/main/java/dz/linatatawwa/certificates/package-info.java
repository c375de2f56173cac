/** Certificates and the volunteer's book on paper, with a signed code that anybody can check. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "codes", "credentials", "hours", "language", "notices", "opportunities", "organizations", "print", "site", "supervision", "volunteers"})
package dz.linatatawwa.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
