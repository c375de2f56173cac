/** Bodies that offer opportunities: profile, members, verification, responsiveness. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "notices", "places", "site", "supervision", "taxonomy"})
package dz.linatatawwa.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
