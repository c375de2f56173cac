/** Words typed after the program's name instead of starting the web server: {@code ledger verify}, {@code import organizations FILE}. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
