/** Pages of those who come together. */
@NullMarked
package dz.linatatawwa.teams.web;

import org.jspecify.annotations.NullMarked;
