/** What volunteering achieves beyond hours: units planned and units reached. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "daybook", "figures", "language", "opportunities", "organizations", "places", "site", "supervision"})
package dz.linatatawwa.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
