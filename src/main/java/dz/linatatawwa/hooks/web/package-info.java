/** Pages about webhooks: on the desks of organisations and partners, and for developers. */
@NullMarked
package dz.linatatawwa.hooks.web;

import org.jspecify.annotations.NullMarked;
