package dz.linatatawwa.sheets;

import java.time.Instant;

/** Who copied a person's row, and when.
 *  @param pictured whether a picture of the sheet is kept */
public record Note(String by, Instant at, boolean pictured) {}
