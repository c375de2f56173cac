/** Finds or starts PostgreSQL, keeps it alive, and brings its tables up to date. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dz.linatatawwa.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
