/** What hours are worth, and the wages, people and product of the country that administrators load for it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "figures", "imports", "language", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.worth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
