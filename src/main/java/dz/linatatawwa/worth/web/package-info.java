/** The page on which administrators load what figures need beside the ledger. */
@NullMarked
package dz.linatatawwa.worth.web;

import org.jspecify.annotations.NullMarked;
