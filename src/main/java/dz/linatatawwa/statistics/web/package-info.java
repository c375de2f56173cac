/** The nation's numbers as a page, as tables to take away, and as JSON. */
@NullMarked
package dz.linatatawwa.statistics.web;

import org.jspecify.annotations.NullMarked;
