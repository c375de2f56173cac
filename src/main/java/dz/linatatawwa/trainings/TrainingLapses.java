package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the passing of time does to registrations and certificates. Every step looks again under its lock, so several nodes may take it. */
@Component
class TrainingLapses {

  private static final int AT_ONCE = 500;

  /** Before it nobody is reminded of tomorrow. */
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final JdbcClient db;
  private final RegistrationTable table;
  private final TrainingSessionTable sessions;
  private final TrainingTable trainings;
  private final TrainingPlaces places;
  private final TrainingTidings tidings;
  private final Settings settings;
  private final Clock clock;

  TrainingLapses(JdbcClient db, RegistrationTable table, TrainingSessionTable sessions, TrainingTable trainings, TrainingPlaces places, TrainingTidings tidings,
      Settings settings, Clock clock) {
    this.db = db;
    this.table = table;
    this.sessions = sessions;
    this.trainings = trainings;
    this.places = places;
    this.tidings = tidings;
    this.settings = settings;
    this.clock = clock;
  }

  /** Offers that ended, and those who still wait for a session that has begun. */
  List<RegistrationId> over() {
    return db.sql("""
        (select id from trainings.registration where state = 'offered' and offer_ends <= :now order by offer_ends limit :most)
        union all
        (select r.id from trainings.session s join trainings.registration r on r.session_id = s.id
         where s.state = 'open' and s.starts_at <= :now and r.state = 'waiting' order by r.id limit :most)
        """).param("now", Sql.at(clock.instant())).param("most", AT_ONCE).query(Long.class).list().stream().map(RegistrationId::new).toList();
  }

  /** Ends one registration if its time is still over now; a place that it held is offered on. */
  @Transactional
  public void lapse(RegistrationId id) {
    Session session = sessions.lock(table.find(id).orElseThrow().session());
    RegistrationTable.Row row = table.lock(id);
    Instant now = clock.instant();
    boolean over = row.is("offered") && row.offerEnds() != null && !row.offerEnds().isAfter(now) || row.is("waiting") && !session.startsAt().isAfter(now);
    if (!over) return;
    Training training = trainings.find(row.training(), today()).orElseThrow();
    places.end(row, "lapsed", training, session);
    tidings.about(id, row.volunteer(), training, session, row.is("offered") ? "offer-lapsed" : "no-place", words -> "");
  }

  /** Tells everybody with a place tomorrow, once, from six in the evening. */
  @Transactional
  public void evening() {
    ZonedDateTime now = clock.instant().atZone(Words.ZONE);
    if (now.toLocalTime().isBefore(EVENING)) return;
    Instant from = now.toLocalDate().plusDays(1).atStartOfDay(Words.ZONE).toInstant();
    Instant to = now.toLocalDate().plusDays(2).atStartOfDay(Words.ZONE).toInstant();
    List<Long> told = Sql.rows(db.sql("""
        update trainings.registration set evening_told = now()
        where id in (select r.id from trainings.session s join trainings.registration r on r.session_id = s.id
                     where s.state = 'open' and s.starts_at >= :from and s.starts_at < :to and r.state = 'registered' and r.evening_told is null
                     order by r.id limit 2000 for no key update of r skip locked)
        returning id
        """).param("from", Sql.at(from)).param("to", Sql.at(to)).query(Long.class));
    for (long id : told) {
      RegistrationTable.Row row = table.find(new RegistrationId(id)).orElseThrow();
      Session session = sessions.find(row.session()).orElseThrow();
      tidings.about(row.id(), row.volunteer(), trainings.find(row.training(), today()).orElseThrow(), session, "reminder", words -> session.link());
    }
  }

  /** Tells whose certificate ends soon, once, where they have no newer one. */
  @Transactional
  public void renewals() {
    List<Ending> ending = db.sql("""
        update trainings.completion c set renewal_told = now()
        from trainings.training t
        where t.id = c.training_id and c.id in (
          select c.id from trainings.completion c
          where c.revoked_at is null and c.renewal_told is null and c.valid_until between :today and :soon
            and not exists (select from trainings.completion n where n.volunteer_id = c.volunteer_id and n.training_id = c.training_id
                            and n.revoked_at is null and (n.valid_until is null or n.valid_until > c.valid_until))
          order by c.valid_until limit 2000 for no key update skip locked)
        returning c.volunteer_id, t.name_ar, t.name_fr, t.name_en, t.id, c.valid_until, c.source
        """).param("today", today()).param("soon", today().plusDays(settings.get(TrainingSettings.RENEWAL_DAYS)))
        .query((row, number) -> new Ending(new AccountId(row.getLong("volunteer_id")),
            new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")), new TrainingId(row.getLong("id")),
            row.getObject("valid_until", LocalDate.class), row.getString("source"))).list();
    ending.forEach(one -> tidings.ends(one.volunteer(), one.name(), one.training(), one.until(), one.source()));
  }

  private record Ending(AccountId volunteer, LocalName name, TrainingId training, LocalDate until, String source) {}

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
