/** Pictures and documents people upload: checked, resized, deleted with their owner. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "site"})
package dz.linatatawwa.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
