/** Copies of everything that the platform keeps, taken while it runs, and brought back: as of the copy, or as of any later minute. */
@NullMarked
@ApplicationModule(allowedDependencies = {"commands", "database"})
package dz.linatatawwa.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
