/** What those who run the platform need to see of it: work in the background, queues, disks, clocks and slow queries, as a page, as figures and as one word each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "language", "notices", "site"})
package dz.linatatawwa.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
