/** The pages of organisations: list, page, registration, desk, members, oversight. */
@NullMarked
package dz.linatatawwa.organizations.web;

import org.jspecify.annotations.NullMarked;
