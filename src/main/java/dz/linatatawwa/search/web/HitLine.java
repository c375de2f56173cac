package dz.linatatawwa.search.web;

import dz.linatatawwa.search.Hit;
import org.jspecify.annotations.Nullable;

/** Something that was found, in the words of the reader.
 *  @param place commune and wilaya; empty: nowhere in particular
 *  @param when  a day, or the year of what is long past; empty: at no time in particular */
public record HitLine(Hit hit, String name, @Nullable String about, @Nullable String by, String place, String when) {}
