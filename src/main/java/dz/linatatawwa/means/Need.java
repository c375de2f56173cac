package dz.linatatawwa.means;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Goods that are needed, and how far they are promised and brought. All numbers are whole units.
 *  @param title     of the campaign or opportunity; empty where it is for the organisation's work as a whole
 *  @param address   of its public page; empty likewise
 *  @param commune   code of the commune where it is needed, where one is known
 *  @param waiting   promised and not brought yet
 *  @param delivered brought
 *  @param closed    why nothing is asked for any more: {@code enough}, {@code cancelled}, {@code over}; null while it is asked for
 *  @param shown     whether the public sees it: its organisation is verified, what it is for is published */
public record Need(NeedId id, OrganizationId organization, LocalName organizationName, For purpose, String title, String address, Wanted wanted, String wilaya,
    @Nullable String commune, int waiting, int delivered, @Nullable String closed, boolean shown) {

  /** Promised, whether brought or not. */
  public int promised() {
    return waiting + delivered;
  }

  /** How much may still be promised within the target. */
  public int left() {
    return Math.max(0, wanted.target() - promised());
  }

  /** Whether promises are taken on this day. */
  public boolean open(LocalDate today) {
    return closed == null && !wanted.until().isBefore(today);
  }

  /** Whether somebody may promise something on this day. */
  public boolean wants(LocalDate today) {
    return open(today) && (left() > 0 || wanted.surplus());
  }

  /** An amount of it in words: 12 boxes. */
  public String counted(Words words, long amount) {
    return wanted.unit().counted(words, amount);
  }
}
