/** The page of the search over all. */
@NullMarked
package dz.linatatawwa.search.web;

import org.jspecify.annotations.NullMarked;
