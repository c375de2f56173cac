package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.Outcome;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Documents in the supervisors' queue, and what a decision makes of the ledger. */
@Component
class DeclarationMatters {

  static final String KIND = "declaration-document";
  static final String RAISED = "raised";
  static final String KEPT = "kept";
  static final String REFUSED = "refused";

  private static final Duration TIME_TO_DECIDE = Duration.ofDays(7);

  private final DeclarationTable table;
  private final Matters matters;
  private final HourLedger ledger;
  private final DeclarationNews news;
  private final Audit audit;
  private final Clock clock;

  DeclarationMatters(DeclarationTable table, Matters matters, HourLedger ledger, DeclarationNews news, Audit audit, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.ledger = ledger;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** Only what stands can be raised. */
  void open(Declaration declaration) {
    if (!declaration.is("declared")) return;
    matters.open(KIND, declaration.id().value(), declaration.whereabouts(), declaration.work().title(), clock.instant().plus(TIME_TO_DECIDE));
  }

  void withdraw(Declaration declaration, AccountId by) {
    matters.withdraw(KIND, declaration.id().value(), by);
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    DeclarationId id = new DeclarationId(decided.subjectId());
    Declaration declaration = table.lock(id).orElseThrow();
    if (!declaration.is("declared")) throw new IllegalStateException("declaration " + id + " is " + declaration.state());
    String reason = decided.reason() == null ? "" : decided.reason();
    switch (decided.decision()) {
      case RAISED -> raise(declaration, decided.by(), reason);
      case KEPT -> {
        table.note(id, reason);
        news.told(table.find(id).orElseThrow(), KEPT);
      }
      default -> {
        ledger.retract(declaration.claims(), decided.by(), reason);
        table.ends(id, REFUSED, "supervisor", decided.reasonCode(), reason, clock.instant());
        news.told(table.find(id).orElseThrow(), REFUSED);
      }
    }
    audit.note(decided.by(), "declaration." + decided.decision(), "declaration", id.value(), reason);
  }

  private void raise(Declaration declaration, AccountId by, String reason) {
    switch (ledger.raise(declaration.claims(), by, reason)) {
      case Outcome.Written(List<ClaimId> claims) -> table.stands(declaration.id(), RAISED, claims, reason, clock.instant());
      case Outcome.Left left -> throw new IllegalStateException("declaration " + declaration.id() + " is not raised: " + left.why());
    }
  }
}
