/** Pictures and documents people upload: checked, resized, deleted with their owner. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "commands", "language", "nodes", "site"})
package dz.linatatawwa.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
