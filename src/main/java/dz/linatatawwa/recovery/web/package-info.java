/** Pages of coming back: for who asks, for the coordinator who vouches, and for who stops it. */
@NullMarked
package dz.linatatawwa.recovery.web;

import org.jspecify.annotations.NullMarked;
