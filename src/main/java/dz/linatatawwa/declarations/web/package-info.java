/** The pages of declarations: the volunteer's own, the organisation's, the witness's. */
@NullMarked
package dz.linatatawwa.declarations.web;

import org.jspecify.annotations.NullMarked;
