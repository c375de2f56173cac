/** Pages on paper: PDFs with shaped Arabic, tables, QR codes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package dz.linatatawwa.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
