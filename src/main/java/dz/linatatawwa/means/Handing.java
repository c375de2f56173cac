package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A thing was handed over or taken back: a line of its history.
 *  @param out      handed over; else taken back
 *  @param borrower who has or had it
 *  @param wear     how it was
 *  @param words    about that; may be empty
 *  @param picture  of that, or null */
public record Handing(BookingId booking, LocalName borrower, boolean out, Wear wear, String words, @Nullable FileId picture, AccountId by, Instant at) {}
