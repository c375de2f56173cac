/** Back into an account whose contacts are lost: the card, the year of birth, a coordinator's word, and days in which the owner may say no. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "codes", "language", "notices", "organizations", "participation", "site", "supervision", "volunteers"})
package dz.linatatawwa.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
