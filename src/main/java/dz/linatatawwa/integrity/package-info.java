/** Explainable checks over hours, the queue that they make, and the sample that is asked back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "commands", "hours", "language", "notices", "opportunities", "organizations", "places", "recognition", "site", "supervision", "volunteers"})
package dz.linatatawwa.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
