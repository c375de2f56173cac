/** The page on which administrators load what figures need beside the ledger. */
@NullMarked
package dz.linatatawwa.figures.web;

import org.jspecify.annotations.NullMarked;
