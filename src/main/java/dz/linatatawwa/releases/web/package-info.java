/** What was released, as pages, files, feeds and JSON; and the desk of those who publish it. */
@NullMarked
package dz.linatatawwa.releases.web;

import org.jspecify.annotations.NullMarked;
