/** What is published of the ledger's tree, and what people read about it. */
@NullMarked
package dz.linatatawwa.checkpoints.web;

import org.jspecify.annotations.NullMarked;
