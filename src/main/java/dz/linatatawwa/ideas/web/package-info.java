/** Pages of ideas. */
@NullMarked
package dz.linatatawwa.ideas.web;

import org.jspecify.annotations.NullMarked;
