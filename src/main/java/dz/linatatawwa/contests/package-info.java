/** A volunteer's "this is wrong": a case with both sides' evidence, a 72-hour clock and a settler of neither side. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "files", "hours", "language", "notices", "opportunities", "organizations", "participation", "places", "site", "supervision", "volunteers"})
package dz.linatatawwa.contests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
