/** Attendance on paper: the sheet that is printed for a shift, and what is copied back from it beside its picture. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "codes", "files", "hours", "language", "opportunities", "organizations", "participation", "print", "site", "supervision"})
package dz.linatatawwa.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
