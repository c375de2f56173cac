/** What the platform gives to programs and other sites: calendars, feeds, the map of the site, data that search engines read, and a list to be shown elsewhere. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "opportunities", "organizations", "participation", "places", "search", "site", "taxonomy", "trainings"})
package dz.linatatawwa.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
