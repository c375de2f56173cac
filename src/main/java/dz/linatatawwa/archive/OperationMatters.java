package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Operations in the supervisors' queue, and what a decision makes of them. */
@Component
class OperationMatters {

  static final String KIND = "archive-operation";
  static final String PUBLISHED = "published";
  static final String PROVED = "proved";
  static final String ASKED = "asked";
  static final String REFUSED = "refused";

  private static final Duration TIME_TO_DECIDE = Duration.ofDays(7);

  private final OperationTable table;
  private final Matters matters;
  private final ListedOperations shelf;
  private final Twins twins;
  private final Notices notices;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OperationMatters(OperationTable table, Matters matters, ListedOperations shelf, Twins twins, Notices notices, Organizations organizations, Audit audit,
      ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.shelf = shelf;
    this.twins = twins;
    this.notices = notices;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  void open(Operation operation) {
    matters.open(KIND, operation.id().value(), where(operation), operation.told().title(), clock.instant().plus(TIME_TO_DECIDE));
    twins.lookAround(operation);
  }

  /** Who may decide on it: the supervisors of the place, and their deputies for its daira or its field. */
  static Whereabouts where(Operation operation) {
    Told told = operation.told();
    return Whereabouts.at(told.wilaya(), told.commune(), told.field());
  }

  void withdraw(OperationId id, AccountId by) {
    matters.withdraw(KIND, id.value(), by);
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    OperationId id = new OperationId(decided.subjectId());
    Operation before = table.lock(id).orElseThrow();
    if (before.state() != Operation.State.WAITING && before.state() != Operation.State.PUBLISHED) throw new IllegalStateException("operation " + id + " is " + before.state());
    Operation.State after = switch (decided.decision()) {
      case PUBLISHED, PROVED -> Operation.State.PUBLISHED;
      case ASKED -> Operation.State.DRAFT;
      default -> Operation.State.REFUSED;
    };
    if (decided.decision().equals(PROVED)) table.grade(id, true);
    else if (after == Operation.State.PUBLISHED && before.state() == Operation.State.WAITING) table.grade(id, false);
    table.state(id, after, decided.reasonCode(), decided.reason(), clock.instant());
    shelf.refresh(List.of(id.value()));
    if (after == Operation.State.PUBLISHED) twins.lookAround(table.find(id).orElseThrow());
    audit.note(decided.by(), "operation." + decided.decision(), "operation", id.value(), decided.reason());
    tell(before, decided.decision(), decided.reasonCode(), decided.reason());
    events.publishEvent(new PublicPagesChanged());
  }

  private void tell(Operation operation, String what, @Nullable String code, @Nullable String reason) {
    OrganizationId organization = operation.told().organization();
    AccountId by = operation.enteredBy();
    List<AccountId> people = organization != null ? organizations.coordinators(organization) : by == null ? List.of() : List.of(by);
    InWords why = dictionary -> code == null ? "" : dictionary.text("archive.reason." + code);
    notices.tellAll(people, "archive-" + what, "archive.notice." + what + ".title", "archive.notice." + what + ".body",
        what.equals(PUBLISHED) || what.equals(PROVED) ? "/archive/" + operation.id() : "/archive/operations/" + operation.id(),
        "archive:" + operation.id() + ":" + operation.since() + ":" + what, operation.told().title(), why, reason == null ? "" : reason);
  }
}
