package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainings as things that people may report; they lie where their host is at home. */
@Component
class TrainingReports implements Reportable {

  private static final String KIND = "training";

  private final JdbcClient db;
  private final TrainingTable table;
  private final Organizations organizations;
  private final Partners partners;
  private final Clock clock;

  TrainingReports(JdbcClient db, TrainingTable table, Organizations organizations, Partners partners, Clock clock) {
    this.db = db;
    this.table = table;
    this.organizations = organizations;
    this.partners = partners;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "trainings.thing";
  }

  @Override
  public Optional<Reported> find(String id) {
    long number = new Thing(KIND, id).number();
    if (number == 0) return Optional.empty();
    return table.find(new TrainingId(number), LocalDate.now(clock.withZone(Words.ZONE))).filter(it -> it.state() != TrainingState.DRAFT)
        .map(it -> new Reported(Thing.of(KIND, number), it.name().ar(), "/trainings/" + number, wilaya(it.host()), people(it.host()), owner(it.host()),
            it.state() != TrainingState.WITHHELD));
  }

  private @Nullable WilayaCode wilaya(Host host) {
    return switch (host) {
      case Host.Body(var id) -> organizations.find(id).map(Organization::supervisedBy).orElse(null);
      case Host.Institution(var id) -> partners.find(id).map(Partner::wilaya).orElse(null);
    };
  }

  private List<AccountId> people(Host host) {
    return switch (host) {
      case Host.Body(var id) -> organizations.coordinators(id);
      case Host.Institution(var id) -> partners.managers(id);
    };
  }

  private static @Nullable Thing owner(Host host) {
    return host instanceof Host.Body(var id) ? Thing.of("organization", id.value()) : null;
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return db.sql("update trainings.training set withheld_from = state, state = 'withheld', state_since = :now where id = :id and state in ('open', 'closed')")
        .param("now", Sql.at(clock.instant())).param("id", new Thing(KIND, id).number()).update() == 1;
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return db.sql("update trainings.training set state = withheld_from, withheld_from = null, state_since = :now where id = :id and state = 'withheld'")
        .param("now", Sql.at(clock.instant())).param("id", new Thing(KIND, id).number()).update() == 1;
  }
}
