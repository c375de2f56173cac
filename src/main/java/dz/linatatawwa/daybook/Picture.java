package dz.linatatawwa.daybook;

import dz.linatatawwa.files.FileId;

/** A picture of the day.
 *  @param caption may be empty
 *  @param shown   shown to everybody once the day is closed */
public record Picture(FileId file, String caption, boolean shown) {}
