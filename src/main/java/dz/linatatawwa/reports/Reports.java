package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The face of the room: "something is wrong with this", said by anybody about what everybody sees. */
@Service
public class Reports {

  private static final int OF_ONE_ACCOUNT_A_DAY = 30;
  private static final int OF_ONE_NETWORK_AN_HOUR = 20;
  private static final int OF_STRANGERS_ABOUT_ONE_THING_AN_HOUR = 100;

  private final ConcernTable concerns;
  private final ReportTable reports;
  private final Gathering gathering;
  private final Things things;
  private final Matters matters;
  private final Allowances allowances;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reports(ConcernTable concerns, ReportTable reports, Gathering gathering, Things things, Matters matters, Allowances allowances, Audit audit, TransactionTemplate transaction,
      Clock clock) {
    this.concerns = concerns;
    this.reports = reports;
    this.gathering = gathering;
    this.things = things;
    this.matters = matters;
    this.allowances = allowances;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What can be reported now: the public sees it. */
  public Optional<Reported> about(Thing thing) {
    return things.find(thing).filter(Reported::shown);
  }

  /** Whether somebody has ever reported it. */
  public boolean reported(Thing thing) {
    return concerns.any(thing);
  }

  /** Counts a report. All reports about one thing are one matter of its place; the same person counts once while it waits.
   *  @param by    null: a stranger, known again by network and device alone
   *  @param words may be empty */
  public Filed file(@Nullable AccountId by, Origin from, Thing thing, ReportReason reason, String words) {
    Optional<Reported> about = about(thing);
    if (about.isEmpty()) return new Filed.Gone();
    Optional<Duration> pause = pause(by, from, thing);
    if (pause.isPresent()) return new Filed.TooOften(pause.get());
    byte[] mark = by == null ? allowances.mark("report", from.network(), from.device()) : null;
    return transaction.execute(status -> {
      long concern = gathering.hold(about.get());
      return gathering.add(concern, about.get(), by, mark, reason, words) ? new Filed.Counted(concern) : new Filed.Again(concern);
    });
  }

  private Optional<Duration> pause(@Nullable AccountId by, Origin from, Thing thing) {
    if (by != null) return allowances.take("report-account", by.toString(), OF_ONE_ACCOUNT_A_DAY, Duration.ofDays(1));
    return allowances.take("report-network", from.network(), OF_ONE_NETWORK_AN_HOUR, Duration.ofHours(1))
        .or(() -> allowances.take("report-thing", thing.kind() + " " + thing.id(), OF_STRANGERS_ABOUT_ONE_THING_AN_HOUR, Duration.ofHours(1)));
  }

  /** What somebody reported, the newest first, twenty a page. */
  public Slice<OwnReport> of(AccountId person, int page) {
    return reports.of(person, page);
  }

  /** A decided concern, for those who answer for the thing.
   *  @throws NotFound for everybody else */
  public Concern concerned(AccountId person, long id) {
    Concern concern = concerns.find(id).filter(found -> !found.open()).orElseThrow(() -> new NotFound("concern " + id));
    if (things.find(concern.thing()).filter(about -> about.people().contains(person)).isEmpty()) throw new NotFound("concern " + id + " is foreign to " + person);
    return concern;
  }

  /** What was decided of an owner and its things, the newest first. Who may look is the caller's to check. */
  public Slice<Concern> decidedOf(Thing owner, int page) {
    return concerns.decidedOf(owner, page);
  }

  /** "We have mended it": a supervisor of the place is asked to look again.
   *  @return false when nothing is hidden until mended, or they said so already */
  @Transactional
  public boolean mended(AccountId person, long id, String words) {
    concerned(person, id);
    Concern concern = concerns.lock(id);
    if (!concern.mendable()) return false;
    concerns.mended(id, words, clock.instant());
    matters.open(MendedMatters.KIND, id, Whereabouts.in(concern.wilaya()), concern.title(), clock.instant().plus(Gathering.USUAL));
    audit.note(person, "report.mended", concern.thing().kind(), concern.thing().id(), null, java.util.Map.of("concern", id));
    return true;
  }

  /** The message key of what kind a thing is. */
  public String nameKey(Thing thing) {
    return things.nameKey(thing);
  }
}
