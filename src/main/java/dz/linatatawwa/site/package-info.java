/** The frame in which every page stands: layout, menus, form controls, paging, error pages, settings; knows a Visitor, not an account. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "language", "nodes"})
package dz.linatatawwa.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
