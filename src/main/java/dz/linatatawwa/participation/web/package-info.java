/** Pages and JSON of applying and of the answers. */
@NullMarked
package dz.linatatawwa.participation.web;

import org.jspecify.annotations.NullMarked;
