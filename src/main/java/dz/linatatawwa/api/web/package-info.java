/** The addresses of the API, the desks on which keys are made, and the pages for developers. */
@NullMarked
package dz.linatatawwa.api.web;

import org.jspecify.annotations.NullMarked;
