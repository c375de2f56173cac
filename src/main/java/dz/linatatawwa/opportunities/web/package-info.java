/** Pages and JSON of campaigns, opportunities and shifts. */
@NullMarked
package dz.linatatawwa.opportunities.web;

import org.jspecify.annotations.NullMarked;
