/** Rules over what a person is and has done: judged, explained, counted over everybody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "hours", "language", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
