/** Pages of the import desk. */
@NullMarked
package dz.linatatawwa.imports.web;

import org.jspecify.annotations.NullMarked;
