/** The pages of the daybook: closing the day, its incidents, its pictures, and what others see of them. */
@NullMarked
package dz.linatatawwa.daybook.web;

import org.jspecify.annotations.NullMarked;
