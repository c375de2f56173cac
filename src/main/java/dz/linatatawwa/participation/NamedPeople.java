package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People without an account who come under somebody's application: each takes one of its seats, and none of them has hours. */
@Repository
public class NamedPeople {

  private static final String SELECT = """
      select n.id, n.application_id, coalesce(n.name, '—') as name, n.birth_year, n.relation, n.agreed_at is not null as agreed, n.taken_over_by is not null as taken_over
      from participation.named_person n
      """;

  private final JdbcClient db;
  private final ApplicationTable table;
  private final WaitingList waitingList;
  private final Settings settings;
  private final Clock clock;

  NamedPeople(JdbcClient db, ApplicationTable table, WaitingList waitingList, Settings settings, Clock clock) {
    this.db = db;
    this.table = table;
    this.waitingList = waitingList;
    this.settings = settings;
    this.clock = clock;
  }

  /** How many somebody may name in one application. */
  public int most() {
    return settings.get(ParticipationSettings.NAMED_AT_MOST);
  }

  /** Those who come under an application, in the order in which they were named. */
  public List<NamedPerson> of(ApplicationId application) {
    return of(List.of(application)).getOrDefault(application, List.of());
  }

  /** The same for many, in one query. */
  public Map<ApplicationId, List<NamedPerson>> of(Collection<ApplicationId> applications) {
    Map<ApplicationId, List<NamedPerson>> all = new LinkedHashMap<>();
    if (applications.isEmpty()) return all;
    db.sql(SELECT + "where n.application_id in (:ids) and n.left_at is null order by n.application_id, n.id")
        .param("ids", applications.stream().map(ApplicationId::value).toList()).query((row, number) -> Map.entry(new ApplicationId(row.getLong("application_id")), read(row)))
        .list().forEach(one -> all.computeIfAbsent(one.getKey(), key -> new ArrayList<>()).add(one.getValue()));
    return all;
  }

  /** A named person on the roster of a shift.
   *  @param applicant under whose application */
  public record Expected(NamedPerson person, AccountId applicant, String applicantName) {}

  /** Everybody who is named under a held seat of a shift, by the name of who named them. */
  public List<Expected> expected(ShiftId shift) {
    return db.sql("""
        select n.id, n.application_id, coalesce(n.name, '—') as name, n.birth_year, n.relation, n.agreed_at is not null as agreed, false as taken_over,
               a.volunteer_id, v.name as applicant
        from participation.application a
        join participation.named_person n on n.application_id = a.id and n.left_at is null
        join volunteers.public_volunteer v on v.id = a.volunteer_id
        where a.shift_id = :shift and a.state = 'accepted' and a.seats > 1 order by v.name, a.id, n.id
        """).param("shift", shift.value())
        .query((row, number) -> new Expected(read(row), new AccountId(row.getLong("volunteer_id")), row.getString("applicant"))).list();
  }

  /** One does not come after all: their seat goes on to who waits.
   *  @return false when the shift has begun
   *  @throws NotFound for somebody under another's application, or who is out already */
  @Transactional
  public boolean remove(AccountId applicant, long named) {
    ApplicationTable.Row seen = db.sql("select application_id from participation.named_person where id = :id").param("id", named).query(Long.class).optional()
        .flatMap(id -> table.find(new ApplicationId(id))).filter(row -> row.volunteerId() == applicant.value())
        .orElseThrow(() -> new NotFound("named person " + named + " of " + applicant));
    table.lockVolunteer(applicant.value());
    ShiftFacts facts = table.facts(new ShiftId(seen.shiftId())).orElseThrow();
    waitingList.lock(facts);
    ApplicationTable.Row row = table.lock(new ApplicationId(seen.id()));
    if (!row.living() || !facts.startsAt().isAfter(clock.instant())) return false;
    if (!leave(named, null)) throw new NotFound("named person " + named + " is out");
    seats(row.id(), row.seats() - 1);
    if (row.holdsSeat()) waitingList.release(facts, row.roleId(), 1);
    return true;
  }

  void add(long application, List<NamedPerson> people) {
    for (NamedPerson one : people) {
      db.sql("""
          insert into participation.named_person (application_id, name, birth_year, relation, agreed_at, agreed_version)
          values (:application, :name, :born, :relation, case when :agreed then cast(:now as timestamptz) end, case when :agreed then :version end)
          """).param("application", application).param("name", one.name()).param("born", one.birthYear()).param("relation", one.relation().code())
          .param("agreed", one.agreed()).param("now", Sql.at(clock.instant())).param("version", NamedPerson.CONSENT_VERSION).update();
    }
  }

  boolean leave(long named, @org.jspecify.annotations.Nullable Long takenOverBy) {
    return db.sql("update participation.named_person set left_at = :now, taken_over_by = :by where id = :id and left_at is null").param("id", named)
        .param("by", takenOverBy).param("now", Sql.at(clock.instant())).update() == 1;
  }

  void seats(long application, int seats) {
    db.sql("update participation.application set seats = :seats where id = :id").param("id", application).param("seats", seats).update();
  }

  private static NamedPerson read(ResultSet row) throws SQLException {
    return new NamedPerson(row.getLong("id"), row.getString("name"), row.getInt("birth_year"), NamedPerson.Relation.of(row.getString("relation")).orElseThrow(),
        row.getBoolean("agreed"), row.getBoolean("taken_over"));
  }
}
