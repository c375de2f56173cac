/** Words typed after the program's name, for a deed at the command line instead of the web server. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
