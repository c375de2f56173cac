package dz.linatatawwa.partnerships;

import dz.linatatawwa.files.FileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is signed: the words in both languages, the days, what is promised and the annexes.
 *  @param from     the first day
 *  @param to       the last day, included; at most ten years later
 *  @param promises with their quotas; an empty one is without a bound */
public record AgreementText(String titleAr, String titleFr, String textAr, String textFr, LocalDate from, LocalDate to,
    Map<Promise, Optional<Integer>> promises, List<FileId> annexes) {

  /** Annexes of one text, at most. */
  public static final int MOST_ANNEXES = 8;

  public AgreementText {
    promises = Map.copyOf(promises);
    annexes = List.copyOf(annexes);
    if (to.isBefore(from)) throw new IllegalArgumentException("an agreement from " + from + " to " + to);
    if (annexes.size() > MOST_ANNEXES) throw new IllegalArgumentException(annexes.size() + " annexes");
  }
}
