/** Laws 18-07 and 25-11: what is kept of a person and why, taken away, corrected, erased and timed; breaches and the officer's desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "print", "site", "supervision"})
package dz.linatatawwa.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
