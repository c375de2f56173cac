/** Numbers as pages, as files to take away, as a picture, and as JSON. */
@NullMarked
package dz.linatatawwa.statistics.web;

import org.jspecify.annotations.NullMarked;
