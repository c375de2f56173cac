/** Passing things on: their share cards, posters with a code, and short links, without anybody's scripts but ours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "archive", "language", "opportunities", "organizations", "places", "print", "recognition", "site", "stories", "taxonomy"})
package dz.linatatawwa.promotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
