/** The page of a person's inbox. */
@NullMarked
package dz.linatatawwa.notices.web;

import org.jspecify.annotations.NullMarked;
