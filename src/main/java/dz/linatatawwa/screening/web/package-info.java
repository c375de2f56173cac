/** The pages of rules: written with a preview, read, ended. */
@NullMarked
package dz.linatatawwa.screening.web;

import org.jspecify.annotations.NullMarked;
