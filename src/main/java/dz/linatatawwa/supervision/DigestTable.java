package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of digests. */
@Repository
class DigestTable {

  private final JdbcClient db;

  DigestTable(JdbcClient db) {
    this.db = db;
  }

  Map<Rhythm, Boolean> choices(AccountId person) {
    Map<Rhythm, Boolean> choices = new EnumMap<>(Rhythm.class);
    for (Rhythm rhythm : Rhythm.values()) choices.put(rhythm, rhythm.standard());
    db.sql("select rhythm, wanted from supervision.digest_choice where account_id = :person").param("person", person.value())
        .query((row, number) -> Map.entry(row.getString("rhythm"), row.getBoolean("wanted"))).list()
        .forEach(choice -> Rhythm.of(choice.getKey()).ifPresent(rhythm -> choices.put(rhythm, choice.getValue())));
    return choices;
  }

  void choose(AccountId person, Rhythm rhythm, boolean wanted) {
    db.sql("""
        insert into supervision.digest_choice (account_id, rhythm, wanted) values (:person, :rhythm, :wanted)
        on conflict (account_id, rhythm) do update set wanted = excluded.wanted
        """).param("person", person.value()).param("rhythm", rhythm.code()).param("wanted", wanted).update();
  }

  /** Who wants it, had power when it was due, and was not looked after for that day; at most 200. */
  List<AccountId> due(Rhythm rhythm, LocalDate day, Instant now) {
    return db.sql("""
        select distinct s.account_id
        from supervision.supervisor s
        left join supervision.digest_choice c on c.account_id = s.account_id and c.rhythm = :rhythm
        where s.ended_at is null and s.until_at > :now and s.from_at < :start and coalesce(c.wanted, :standard)
          and not exists (select from supervision.digest d where d.account_id = s.account_id and d.rhythm = :rhythm and d.day = :day)
        order by 1 limit 200
        """).param("rhythm", rhythm.code()).param("standard", rhythm.standard()).param("day", day).param("start", start(day)).param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class).list().stream().map(AccountId::new).toList();
  }

  /** @return false when somebody else looks after it, or has */
  boolean begin(AccountId person, Rhythm rhythm, LocalDate day, Instant now) {
    return db.sql("insert into supervision.digest (account_id, rhythm, day, made_at) values (:person, :rhythm, :day, :now) on conflict do nothing")
        .param("person", person.value()).param("rhythm", rhythm.code()).param("day", day).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
  }

  /** What there is to do.
   *  @param mine    in the person's hands
   *  @param overdue of these and of what nobody has in hand: longer than they should
   *  @param soon    of these: due within a day
   *  @param free    in nobody's hands */
  record ToDo(int mine, int overdue, int soon, int free) {}

  /** Of what a person is the first to look at: who looks after the nation is not for what the wilayas have in time. */
  ToDo toDo(AccountId person, Territory territory, Instant now) {
    return db.sql("""
        select count(*) filter (where m.claimed_by = :person) as mine, count(*) filter (where m.due_at < :now) as overdue,
          count(*) filter (where m.due_at between :now and :soon) as soon, count(*) filter (where m.claimed_by is null) as free
        from supervision.matter m
        where m.decided_at is null and (m.claimed_by is null or m.claimed_by = :person)
          and (m.claimed_by is not null or not :nation or m.wilaya_code is null or m.escalated_at is not null)
          and
        """ + MatterQueue.MINE).params(MatterQueue.scope(territory, now)).param("person", person.value()).param("soon", now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
        .query((row, number) -> new ToDo(row.getInt("mine"), row.getInt("overdue"), row.getInt("soon"), row.getInt("free"))).single();
  }

  /** What a span of days was.
   *  @param opened  that came in
   *  @param decided by the person
   *  @param waiting now
   *  @param overdue of these */
  record Past(int opened, int decided, int waiting, int overdue) {}

  Past past(AccountId person, Territory territory, LocalDate from, LocalDate until, Instant now) {
    return db.sql("""
        select count(*) filter (where m.opened_at >= :from and m.opened_at < :until) as opened,
          count(*) filter (where m.decided_by = :person and m.decision <> 'withdrawn' and m.decided_at >= :from and m.decided_at < :until) as decided,
          count(*) filter (where m.decided_at is null) as waiting, count(*) filter (where m.decided_at is null and m.due_at < :now) as overdue
        from supervision.matter m
        where (m.decided_at is null or m.decided_at >= :from) and
        """ + MatterQueue.MINE).params(MatterQueue.scope(territory, now)).param("person", person.value()).param("from", start(from)).param("until", start(until))
        .query((row, number) -> new Past(row.getInt("opened"), row.getInt("decided"), row.getInt("waiting"), row.getInt("overdue"))).single();
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
