/** The pages of hours: the book, and the desk where they are settled. */
@NullMarked
package dz.linatatawwa.hours.web;

import org.jspecify.annotations.NullMarked;
