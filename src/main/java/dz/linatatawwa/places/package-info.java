/** Wilayas, dairas and communes by official code, with names and positions, and their dated views. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package dz.linatatawwa.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
