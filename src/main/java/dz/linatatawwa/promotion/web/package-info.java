/** Pages of cards, posters and short links. */
@NullMarked
package dz.linatatawwa.promotion.web;

import org.jspecify.annotations.NullMarked;
