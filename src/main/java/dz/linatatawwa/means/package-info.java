/** Goods beside people: what is needed for a work, promised, brought and thanked for; and things that are lent, handed over and taken back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "attendance", "daybook", "files", "language", "notices", "opportunities", "organizations", "participation", "partnerships", "places", "print", "site", "supervision", "volunteers"})
package dz.linatatawwa.means;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
