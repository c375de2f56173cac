/** Addresses of kits: what phones call, and what people see. */
@NullMarked
package dz.linatatawwa.kits.web;

import org.jspecify.annotations.NullMarked;
