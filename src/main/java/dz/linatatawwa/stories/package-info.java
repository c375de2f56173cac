/** News and testimonies of the media cell: written, agreed to by those whose words and faces they show, published, taken back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "files", "language", "notices", "places", "site", "supervision", "taxonomy", "volunteers"})
package dz.linatatawwa.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
