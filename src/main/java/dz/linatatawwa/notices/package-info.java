/** Tells a person something once, by inbox, e-mail or SMS, in their language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "site"})
package dz.linatatawwa.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
