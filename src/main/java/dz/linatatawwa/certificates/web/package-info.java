/** Pages of certificates: mine, the one that anybody may check, and an organisation's many. */
@NullMarked
package dz.linatatawwa.certificates.web;

import org.jspecify.annotations.NullMarked;
