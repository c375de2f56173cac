/** What else a day leaves behind: incidents, goods, pictures, thanks; and closing it in one screen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "files", "hours", "language", "notices", "opportunities", "organizations", "participation", "places", "print", "site", "supervision", "volunteers"})
package dz.linatatawwa.daybook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
