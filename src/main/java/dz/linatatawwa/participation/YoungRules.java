package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.volunteers.Ages;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules for young people's seats, asked of the database: the same ones that its trigger holds whoever writes a seat. */
@Repository
public class YoungRules {

  private final JdbcClient db;
  private final Volunteers volunteers;
  private final Clock clock;

  YoungRules(JdbcClient db, Volunteers volunteers, Clock clock) {
    this.db = db;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  /** What is in the way of a seat for somebody who would come so.
   *  @param brought   number of the organisation whose group's leader brings them, or null
   *  @param companion the person of age with whom they come, or null */
  public Optional<YoungFault> fault(ShiftId shift, AccountId volunteer, @Nullable Long brought, @Nullable Long companion) {
    return db.sql("select participation.young_fault(:shift, :volunteer, cast(:brought as bigint), cast(:companion as bigint), :majority, :today, null)")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).param("brought", brought).param("companion", companion)
        .param("majority", volunteers.ageOfMajority()).param("today", today()).query((row, number) -> Optional.ofNullable(row.getString(1))).single()
        .map(YoungFault::of);
  }

  Optional<YoungFault> fault(ApplicationTable.Row row) {
    Optional<YoungFault> own = fault(new ShiftId(row.shiftId()), new AccountId(row.volunteerId()), row.broughtBy(), row.companionId());
    return own.isPresent() || row.seats() == 1 ? own : ofTheNamed(row);
  }

  private Optional<YoungFault> ofTheNamed(ApplicationTable.Row row) {
    return db.sql("""
        select participation.named_fault(:shift, :volunteer, n.birth_year, n.relation, n.agreed_at is not null, :majority) as fault
        from participation.named_person n where n.application_id = :application and n.left_at is null order by 1 nulls last limit 1
        """).param("shift", row.shiftId()).param("volunteer", row.volunteerId()).param("application", row.id()).param("majority", volunteers.ageOfMajority())
        .query((found, number) -> Optional.ofNullable(found.getString("fault"))).optional().flatMap(fault -> fault).map(YoungFault::of);
  }

  /** What is in the way of a named person's seat under somebody's application. */
  public Optional<YoungFault> fault(ShiftId shift, AccountId applicant, NamedPerson named) {
    return db.sql("select participation.named_fault(:shift, :applicant, :born, :relation, :agreed, :majority)").param("shift", shift.value())
        .param("applicant", applicant.value()).param("born", named.birthYear()).param("relation", named.relation().code()).param("agreed", named.agreed())
        .param("majority", volunteers.ageOfMajority()).query((row, number) -> Optional.ofNullable(row.getString(1))).single().map(YoungFault::of);
  }

  /** What is in the way of somebody's coming to a shift at a moment, with or without a seat: consent is looked at as it stood then. */
  public Optional<YoungFault> fault(ShiftId shift, AccountId volunteer, Instant moment) {
    return db.sql("select participation.young_fault(:shift, :volunteer, :moment)").param("shift", shift.value()).param("volunteer", volunteer.value())
        .param("moment", Sql.at(moment)).query((row, number) -> Optional.ofNullable(row.getString(1))).single().map(YoungFault::of);
  }

  /** The same for everybody of a list, as it stands now; in one query. */
  public Map<AccountId, YoungPerson> of(ShiftFacts shift, Collection<AccountId> people) {
    if (people.isEmpty()) return Map.of();
    int majority = volunteers.ageOfMajority();
    return db.sql("select volunteer_id, birth_year, fault, companion, brought_by from participation.young_faults(:shift, :people, :majority, null)")
        .param("shift", shift.shiftId()).param("people", people.stream().map(AccountId::value).toArray(Long[]::new)).param("majority", majority)
        .query((row, number) -> {
          String fault = row.getString("fault");
          boolean minor = Ages.surely(row.getInt("birth_year"), shift.day()) < majority;
          row.getLong("brought_by");
          boolean alone = row.wasNull();
          return Map.entry(new AccountId(row.getLong("volunteer_id")),
              new YoungPerson(minor, fault == null ? null : YoungFault.of(fault), row.getString("companion"), !alone));
        }).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
