/** The front page and a person's desk. */
@NullMarked
package dz.linatatawwa.home.web;

import org.jspecify.annotations.NullMarked;
