/** The pages of the impact: what a campaign and an opportunity mean to reach, what was reached, and the list of units. */
@NullMarked
package dz.linatatawwa.impact.web;

import org.jspecify.annotations.NullMarked;
