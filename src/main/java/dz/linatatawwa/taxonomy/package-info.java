/** Fields and activities of volunteering, and the classifications that they map to. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package dz.linatatawwa.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
