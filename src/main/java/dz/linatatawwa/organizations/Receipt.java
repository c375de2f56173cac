package dz.linatatawwa.organizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The registration receipt of an association; each part may be unknown. */
public record Receipt(@Nullable String number, @Nullable LocalDate date, @Nullable ReceiptAuthority authority) {

  /** Nothing is known of it. */
  public static final Receipt NONE = new Receipt(null, null, null);
}
