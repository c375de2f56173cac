/** Pages of the doors: sign-in, sessions, passkeys, contacts, first run. */
@NullMarked
package dz.linatatawwa.accounts.web;

import org.jspecify.annotations.NullMarked;
