/** What supervisors note of an organisation or a person: internal, dated, signed, and readable by whom it speaks of. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "organizations", "site", "supervision", "volunteers"})
package dz.linatatawwa.remarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
