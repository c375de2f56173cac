/** The way out: whoever calls an address that people gave goes through here, and reaches nothing inside. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
