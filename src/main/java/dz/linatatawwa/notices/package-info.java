/** Decides what reaches whom, when and how, and tells it once: by inbox, e-mail, SMS or push, in their language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "carriers", "keys", "language", "nodes", "site"})
package dz.linatatawwa.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
