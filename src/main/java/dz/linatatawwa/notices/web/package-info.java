/** Pages of what people are told: the inbox, what they want to hear how, the administrators' desk. */
@NullMarked
package dz.linatatawwa.notices.web;

import org.jspecify.annotations.NullMarked;
