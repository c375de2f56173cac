/** Tables that people bring: columns guessed and mapped, rows checked, stored once, undone on demand. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "commands", "files", "language", "opportunities", "organizations", "places", "site", "supervision", "taxonomy"})
package dz.linatatawwa.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
