/** The pages of recognition: the badges of a person. */
@NullMarked
package dz.linatatawwa.recognition.web;

import org.jspecify.annotations.NullMarked;
