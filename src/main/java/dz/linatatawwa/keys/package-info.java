/** The platform's own keys: files outside the database, made at first need, rotated by command. */
@NullMarked
@ApplicationModule(allowedDependencies = {"commands", "nodes"})
package dz.linatatawwa.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
