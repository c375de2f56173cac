/** How volunteering is organised: places, applications, who came, who answers how fast; and what was attended and is not counted. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "figures", "hours", "language", "opportunities", "organizations", "participation", "places", "volunteers"})
package dz.linatatawwa.turnout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
