/** The pages of supervisors and administrators: queue, case, people, audit. */
@NullMarked
package dz.linatatawwa.supervision.web;

import org.jspecify.annotations.NullMarked;
