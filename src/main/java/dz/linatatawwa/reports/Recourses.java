package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Contestable;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Ruling;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those on whom a supervisor's decision weighs may contest it, once, within thirty days; somebody else settles it. The database holds all three. */
@Service
public class Recourses {

  /** How long after a decision it may be contested. */
  public static final Duration OPEN_FOR = Duration.ofDays(30);

  private static final Duration TIME_TO_SETTLE = Duration.ofDays(7);

  private final RecourseTable table;
  private final ObjectProvider<Contestable> kinds;
  private final Territories territories;
  private final Matters matters;
  private final Audit audit;
  private final Clock clock;

  Recourses(RecourseTable table, ObjectProvider<Contestable> kinds, Territories territories, Matters matters, Audit audit, Clock clock) {
    this.table = table;
    this.kinds = kinds;
    this.territories = territories;
    this.matters = matters;
    this.audit = audit;
    this.clock = clock;
  }

  /** What may be contested, and what became of it.
   *  @param ruling   null: the decision stands no more
   *  @param recourse the last one about it; null: none
   *  @param open     whether it may be contested now
   *  @param until    the end of the thirty days; null where there is no decision */
  public record Standing(@Nullable Ruling ruling, @Nullable Recourse recourse, boolean open, @Nullable Instant until) {}

  /** A decision as one of those concerned sees it.
   *  @throws NotFound for everybody else, and where nothing was ever decided */
  public Standing of(AccountId person, String kind, long id) {
    Optional<Ruling> ruling = kind(kind).flatMap(one -> one.ruling(id)).filter(found -> found.concerned().contains(person));
    if (ruling.isEmpty()) {
      Recourse last = table.last(kind, id).filter(found -> found.askedBy().equals(person)).orElseThrow(() -> new NotFound("no decision " + kind + " " + id));
      return new Standing(null, last, false, null);
    }
    Optional<Recourse> recourse = table.against(ruling.get());
    Instant until = ruling.get().at().plus(OPEN_FOR);
    return new Standing(ruling.get(), recourse.orElse(null), recourse.isEmpty() && !clock.instant().isAfter(until), until);
  }

  /** Contests a decision.
   *  @return false when it was contested already, or it is too late
   *  @throws NotFound for whoever is not concerned */
  @Transactional
  public boolean ask(AccountId person, String kind, long id, String words) {
    Standing standing = of(person, kind, id);
    Ruling ruling = standing.ruling();
    if (ruling == null || !standing.open()) return false;
    Optional<Long> recourse = table.insert(ruling, person, words, clock.instant());
    if (recourse.isEmpty()) return false;
    matters.open(RecourseMatters.KIND, recourse.get(), Whereabouts.in(heardBy(ruling)), ruling.title(), clock.instant().plus(TIME_TO_SETTLE));
    audit.note(person, "recourse.asked", "recourse", Long.toString(recourse.get()), null, Map.of("ruling", kind, "number", id));
    return true;
  }

  /** The nation, as for every appeal; the wilaya only where the nation has nobody but who decided. */
  private @Nullable WilayaCode heardBy(Ruling ruling) {
    WilayaCode wilaya = ruling.wilaya();
    if (wilaya == null || somebodyElse(territories.supervisors(Whereabouts.in(null)), ruling)) return null;
    return somebodyElse(territories.supervisors(Whereabouts.in(wilaya)), ruling) ? wilaya : null;
  }

  private static boolean somebodyElse(List<AccountId> supervisors, Ruling ruling) {
    return supervisors.stream().anyMatch(one -> !one.equals(ruling.by()) && !ruling.concerned().contains(one));
  }

  Optional<Contestable> kind(String kind) {
    return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  /** The message key of what kind of decision it is. */
  public String nameKey(String kind) {
    return kind(kind).map(Contestable::nameKey).orElse("reports.ruling");
  }
}
