/** People who give time: profile, audience, skills, availability. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "credentials", "files", "language", "notices", "places", "site", "taxonomy"})
package dz.linatatawwa.volunteers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
