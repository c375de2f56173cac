/** Addresses that programs ask for, and the pages that say how. */
@NullMarked
package dz.linatatawwa.feeds.web;

import org.jspecify.annotations.NullMarked;
