/** Pages of stories. */
@NullMarked
package dz.linatatawwa.stories.web;

import org.jspecify.annotations.NullMarked;
