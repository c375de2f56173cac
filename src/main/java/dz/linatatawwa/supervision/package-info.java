/** Matters that need a supervisor's eye: who may decide where, what was decided and why; the audit log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "places", "site", "taxonomy"})
package dz.linatatawwa.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
