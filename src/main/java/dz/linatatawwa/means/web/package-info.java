/** Pages about goods and lent things. */
@NullMarked
package dz.linatatawwa.means.web;

import org.jspecify.annotations.NullMarked;
