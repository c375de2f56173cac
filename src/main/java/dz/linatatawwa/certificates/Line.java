package dz.linatatawwa.certificates;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as a book shows it.
 *  @param organization null for hours outside any
 *  @param what         the opportunity's title, or that of declared work
 *  @param gone         whether it was taken back since */
public record Line(long entry, LocalDate day, int minutes, Grade grade, @Nullable LocalName organization, @Nullable String what, boolean gone) {}
