/** The pages of partners: list, page, desk, agreements, signing, oversight. */
@NullMarked
package dz.linatatawwa.partnerships.web;

import org.jspecify.annotations.NullMarked;
