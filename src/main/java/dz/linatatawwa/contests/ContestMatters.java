package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Finding;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.Outcome;
import dz.linatatawwa.hours.Why;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases in the supervisors' queue, and what a decision makes of the ledger. */
@Component
class ContestMatters {

  private final ContestTable table;
  private final Matters matters;
  private final Organizations organizations;
  private final HourLedger ledger;
  private final ContestNews news;
  private final Audit audit;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  ContestMatters(ContestTable table, Matters matters, Organizations organizations, HourLedger ledger, ContestNews news, Audit audit,
      TransactionTemplate inTransaction, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.organizations = organizations;
    this.ledger = ledger;
    this.news = news;
    this.audit = audit;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  /** A first case goes to those who look after the organisation, an appeal to the nation. */
  void open(Contest contest) {
    matters.open(Contests.MATTER, contest.id().value(), contest.appealOf() != null ? Whereabouts.in(null)
        : organizations.find(contest.organization()).orElseThrow().whereabouts(), contest.title(), contest.dueAt());
    audit.note(contest.openedBy(), contest.appealOf() == null ? "contest.opened" : "contest.appealed", "contest", contest.id().value(),
        contest.ground().code());
  }

  void withdraw(Contest contest, AccountId by) {
    matters.withdraw(Contests.MATTER, contest.id().value(), by);
    audit.note(by, "contest.withdrawn", "contest", contest.id().value(), null);
  }

  /** Everything of a settlement stands in one transaction: what the ledger cannot say takes the decision back too. */
  Settled settle(AccountId by, Contest contest, Contests.Wanted wanted) {
    Optional<Settled> fault = fault(contest, wanted);
    if (fault.isPresent()) return fault.get();
    try {
      return answered(inTransaction.execute(status -> {
        Settled settled = decide(by, contest, wanted);
        if (!(settled instanceof Settled.Done)) status.setRollbackOnly();
        return settled;
      }));
    } catch (Unwritable unwritable) {
      return new Settled.Impossible(unwritable.why);
    } catch (DataIntegrityViolationException clash) {
      if (!String.valueOf(clash.getMessage()).contains("never_in_two_places")) throw clash;
      return new Settled.Impossible(Why.TWO_PLACES);
    }
  }

  private Optional<Settled> fault(Contest contest, Contests.Wanted wanted) {
    if (!contest.open()) return Optional.of(new Settled.Already());
    if (!contest.ripe(clock.instant())) return Optional.of(new Settled.TooEarly(contest.answerDue()));
    if (wanted.verdict() == Verdict.AS_CLAIMED && !contest.saysWhatIsRight()) return Optional.of(new Settled.Unfit("verdict", "contests.problem.notSaid"));
    if (wanted.verdict() == Verdict.PARTLY && wanted.found() == null) return Optional.of(new Settled.Unfit("from", "contests.problem.time"));
    return Optional.empty();
  }

  private Settled decide(AccountId by, Contest contest, Contests.Wanted wanted) {
    Span found = wanted.verdict() == Verdict.PARTLY ? wanted.found() : wanted.verdict() == Verdict.AS_CLAIMED ? contest.claimed() : null;
    if (!table.prepare(contest.id(), found)) return new Settled.Already();
    Optional<Matter> matter = matters.waiting(Contests.MATTER, contest.id().value());
    if (matter.isEmpty()) return new Settled.Already();
    String code = wanted.verdict() == Verdict.REFUSED ? wanted.code() : null;
    return switch (matters.decide(by, matter.get().id(), new Decision(wanted.verdict().code(), code, wanted.reason().isEmpty() ? null : wanted.reason()))) {
      case Decided.Done done -> new Settled.Done();
      case Decided.Already already -> new Settled.Already();
      case Decided.Partial partial -> new Settled.Partial();
      case Decided.Unfit(String field, String key) -> new Settled.Unfit(field.equals("decision") ? "verdict" : field, key);
    };
  }

  /** In the transaction of the decision: the case, the ledger, the news. */
  @EventListener
  void settle(MatterDecided decided) {
    if (!decided.kind().equals(Contests.MATTER)) return;
    ContestId id = new ContestId(decided.subjectId());
    Verdict verdict = Verdict.of(decided.decision()).orElseThrow();
    table.settle(id, verdict, decided.reasonCode(), decided.reason(), decided.by(), clock.instant());
    Contest contest = table.find(id).orElseThrow();
    if (verdict.changes()) write(contest, decided.by(), decided.reason() == null ? "" : decided.reason());
    audit.note(decided.by(), "contest.settled", "contest", id.value(), decided.reason());
    news.settled(table.find(id).orElseThrow());
  }

  private void write(Contest contest, AccountId by, String reason) {
    Contest.End end = contest.end();
    Span found = end == null ? null : end.found();
    Contest.Answer answer = contest.answer();
    Finding finding = found == null ? Finding.nothing(contest.volunteer(), contest.shift())
        : new Finding(contest.volunteer(), contest.shift(), found.from(), found.to(), answer != null && answer.agrees());
    switch (ledger.find(contest.organization(), finding, by, reason)) {
      case Outcome.Written(List<ClaimId> claims) -> table.found(contest.id(), claims.isEmpty() ? null : claims.getFirst());
      case Outcome.Left(Why why) -> throw new Unwritable(why);
    }
  }

  /** Those whose clock has run out: the next level has them too, and both sides hear of it.
   *  @return how many */
  int passOn(Instant now) {
    Integer passed = inTransaction.execute(status -> {
      List<ContestId> late = table.runOut(now);
      late.forEach(id -> {
        audit.note(null, "contest.escalated", "contest", id.value(), null);
        news.late(table.find(id).orElseThrow());
      });
      return late.size();
    });
    return passed == null ? 0 : passed;
  }

  private static Settled answered(@Nullable Settled settled) {
    if (settled == null) throw new IllegalStateException("no answer");
    return settled;
  }

  /** The ledger cannot say what was decided. */
  private static final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    Unwritable(Why why) {
      super("the ledger leaves it: " + why);
      this.why = why;
    }
  }
}
