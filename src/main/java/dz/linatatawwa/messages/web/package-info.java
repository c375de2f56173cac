/** Pages of conversations and circulars. */
@NullMarked
package dz.linatatawwa.messages.web;

import org.jspecify.annotations.NullMarked;
