package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Operations of the archive as things that people may report. */
@Component
class OperationReports implements Reportable {

  private static final String KIND = "operation";

  private final OperationTable table;
  private final ListedOperations shelf;
  private final Organizations organizations;
  private final Clock clock;

  OperationReports(OperationTable table, ListedOperations shelf, Organizations organizations, Clock clock) {
    this.table = table;
    this.shelf = shelf;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "archive.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    return id(id).flatMap(table::find).filter(it -> it.state() == Operation.State.PUBLISHED || it.state() == Operation.State.WITHHELD).map(this::reported);
  }

  private Reported reported(Operation it) {
    OrganizationId organization = it.told().organization();
    return new Reported(Thing.of(KIND, it.id().value()), it.told().title(), "/archive/" + it.id(), it.told().wilaya(), people(it),
        organization == null ? null : Thing.of("organization", organization.value()), it.state() == Operation.State.PUBLISHED);
  }

  private List<AccountId> people(Operation it) {
    OrganizationId organization = it.told().organization();
    AccountId by = it.enteredBy();
    if (organization != null) return organizations.coordinators(organization);
    return by == null ? List.of() : List.of(by);
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return move(id, Operation.State.PUBLISHED, Operation.State.WITHHELD, words);
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return move(id, Operation.State.WITHHELD, Operation.State.PUBLISHED, null);
  }

  private boolean move(String id, Operation.State from, Operation.State to, @org.jspecify.annotations.Nullable String words) {
    Optional<Operation> it = id(id).flatMap(table::lock).filter(found -> found.state() == from);
    it.ifPresent(found -> {
      table.state(found.id(), to, null, words, clock.instant());
      shelf.refresh(List.of(found.id().value()));
    });
    return it.isPresent();
  }

  private static Optional<OperationId> id(String id) {
    return Optional.of(new Thing(KIND, id).number()).filter(number -> number > 0).map(OperationId::new);
  }
}
