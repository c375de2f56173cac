package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who completed what. */
@Repository
class CompletionTable {

  private final JdbcClient db;

  CompletionTable(JdbcClient db) {
    this.db = db;
  }

  /** Writes that a registration led to a completion, unless it stands already.
   *  @return the source of its credential */
  String give(RegistrationTable.Row row, LocalDate completed, @Nullable LocalDate until, AccountId by, Instant now) {
    db.sql("""
        insert into trainings.completion (registration_id, training_id, volunteer_id, source, completed_on, valid_until, given_at, given_by)
        select :registration, :training, :volunteer,
               'training:' || cast(:registration as text) || ':' || (select count(*) + 1 from trainings.completion where registration_id = :registration),
               :completed, :until, :now, :by
        on conflict (registration_id) where revoked_at is null do nothing
        """).param("registration", row.id().value()).param("training", row.training().value()).param("volunteer", row.volunteer().value())
        .param("completed", completed).param("until", until).param("now", Sql.at(now)).param("by", by.value()).update();
    return db.sql("select source from trainings.completion where registration_id = :id and revoked_at is null").param("id", row.id().value())
        .query(String.class).single();
  }

  /** @return the source of the credential that ended; nothing when none stood */
  Optional<String> revoke(RegistrationId registration, AccountId by, String reason, Instant now) {
    return db.sql("""
        update trainings.completion set revoked_at = :now, revoked_by = :by, reason = :reason where registration_id = :id and revoked_at is null
        returning source
        """).param("now", Sql.at(now)).param("by", by.value()).param("reason", reason).param("id", registration.value()).query(String.class).optional();
  }

  /** Which of these people hold which trainings on a day, as numbers of trainings. */
  Map<Long, Set<String>> held(Collection<Long> volunteers, LocalDate day) {
    Map<Long, Set<String>> held = new HashMap<>();
    db.sql("""
        select distinct volunteer_id, training_id from trainings.completion
        where volunteer_id = any (:volunteers) and revoked_at is null and (valid_until is null or valid_until >= :day)
        """).param("volunteers", volunteers.toArray(Long[]::new)).param("day", day).query(row -> {
          held.computeIfAbsent(row.getLong("volunteer_id"), id -> new HashSet<>()).add(Long.toString(row.getLong("training_id")));
        });
    return held;
  }
}
