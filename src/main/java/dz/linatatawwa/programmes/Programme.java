package dz.linatatawwa.programmes;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A group by which an institution follows its members.
 *  @param goal     what a member reaches
 *  @param from     minutes are counted from this day
 *  @param to       to this one, included
 *  @param joinCode eight signs by which members join
 *  @param closedAt since when nobody joins; null: open */
public record Programme(ProgrammeId id, PartnerId partner, String nameAr, @Nullable String nameFr, Rule goal, LocalDate from, LocalDate to, String joinCode,
    @Nullable Instant closedAt) {

  /** Its name for a reader. */
  public String name(Language language) {
    return names().in(language);
  }

  /** Its names, for notices and papers. */
  public LocalName names() {
    return new LocalName(nameAr, nameFr, null);
  }
}
