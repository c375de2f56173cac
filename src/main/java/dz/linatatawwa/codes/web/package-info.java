/** Pages and paper of codes: my code, the phones that show it, cards. */
@NullMarked
package dz.linatatawwa.codes.web;

import org.jspecify.annotations.NullMarked;
