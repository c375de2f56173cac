/** The pages of remarks. */
@NullMarked
package dz.linatatawwa.remarks.web;

import org.jspecify.annotations.NullMarked;
