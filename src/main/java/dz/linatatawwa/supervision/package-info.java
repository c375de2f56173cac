/** Matters that need a supervisor's eye: who may decide where, what was decided and why; the audit log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "places", "site", "notices"})
package dz.linatatawwa.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
