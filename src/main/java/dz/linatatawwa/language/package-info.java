/** Text in several languages: direction, plurals, numbers, dates, folding of letters for search. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
