/** The pages of integrity: the desk, the weights, and what is asked of people. */
@NullMarked
package dz.linatatawwa.integrity.web;

import org.jspecify.annotations.NullMarked;
