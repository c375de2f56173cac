package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A supervisor decided many matters in a short time.
 *  @param why     {@code unopened}: without opening them; {@code fast}: seconds after
 *  @param above   who looks at it at least: {@code administrator}, {@code nation}, {@code wilaya}
 *  @param decided matters, within {@code minutes}
 *  @param odd     of these: not opened, or decided in fewer than {@code seconds} after
 *  @param inBulk  of the decided: as one decision on many
 *  @param usual   how many a day this person decided in the thirty days before */
public record Haste(long id, AccountId account, LocalDate day, String why, String above, @Nullable WilayaCode wilaya, int decided, int minutes, int odd, int inBulk,
    int seconds, double usual, @Nullable Answer answer) {

  /** What somebody above saw. */
  public record Answer(String words, AccountId by, Instant at) {}
}
