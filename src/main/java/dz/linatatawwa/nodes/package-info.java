/** Several nodes of the platform on one database: what one of them changes the others hear, who is there, and what a lost one left undone. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
