package dz.linatatawwa.supervision.web;

import dz.linatatawwa.supervision.Bulk;
import java.util.List;
import java.util.Objects;

/** What was ticked and typed to decide many matters at once, as it was. */
public record BulkForm(List<Long> matters, String decision, String reasonCode, String reason) {

  public BulkForm {
    matters = List.copyOf(matters);
  }

  /** @param ticked numbers; what is none is left out, and so is what is too many */
  static BulkForm of(List<String> ticked, String decision, String reasonCode, String reason) {
    return new BulkForm(ticked.stream().filter(Objects::nonNull).filter(one -> one.matches("[1-9][0-9]{0,17}")).map(Long::valueOf).distinct().limit(Bulk.MOST).toList(),
        decision, reasonCode, reason);
  }
}
