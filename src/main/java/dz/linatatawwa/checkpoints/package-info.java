/** The ledger's tree and its signed checkpoints, by which anybody sees that a past hour was changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "hours", "keys", "language", "site"})
package dz.linatatawwa.checkpoints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
