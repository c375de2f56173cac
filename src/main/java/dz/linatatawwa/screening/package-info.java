/** Rules by which an opportunity waits for a supervisor's look before everybody sees it, with a preview of what they touch. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "opportunities", "organizations", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
