/** The pages of the archive: everybody's, those of whoever enters, the supervisors'. */
@NullMarked
package dz.linatatawwa.archive.web;

import org.jspecify.annotations.NullMarked;
