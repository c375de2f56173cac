package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Operation;
import org.jspecify.annotations.Nullable;

/** An operation on a list, with what it names in words.
 *  @param heading  of the part of the time line that begins with it; null where it goes on
 *  @param picture  address of a small one; null where there is none */
public record Card(Operation operation, @Nullable String heading, String place, String field, @Nullable String picture) {}
