/** The pages of reports: reporting, what was decided, and recourse. */
@NullMarked
package dz.linatatawwa.reports.web;

import org.jspecify.annotations.NullMarked;
