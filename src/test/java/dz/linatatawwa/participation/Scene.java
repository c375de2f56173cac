package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the lower rooms that participation's tests stand on. */
public final class Scene {

  private static final AtomicInteger NEXT = new AtomicInteger(10_000_000);

  private final JdbcClient db;

  public Scene(JdbcClient db) {
    this.db = db;
  }

  public AccountId account(String name) {
    return new AccountId(db.sql("insert into accounts.account (name, phone) values (:name, :phone) returning id").param("name", name)
        .param("phone", "+2135" + NEXT.incrementAndGet()).query(Long.class).single());
  }

  public AccountId volunteer(String name, int birthYear) {
    AccountId id = account(name);
    db.sql("""
        insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
        select :id, nextval('volunteers.code'), :year, wilaya_code, code from places.commune where code = '1901'
        """).param("id", id.value()).param("year", birthYear).update();
    return id;
  }

  public List<AccountId> volunteers(int count) {
    List<AccountId> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) all.add(volunteer("متطوع " + i, 1990));
    return all;
  }

  /** A verified organisation of Sétif with its owner. */
  public long organization(AccountId owner) {
    long id = db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
        select 'association', 'جمعية الأفق', 'Association Horizon', 'افق', 'wilaya', wilaya_code, code, 'verified', now()
        from places.commune where code = '1901' returning id
        """).query(Long.class).single();
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :owner, 'owner')").param("id", id)
        .param("owner", owner.value()).update();
    return id;
  }

  public long opportunity(long organization, String answer, int minAge) {
    return db.sql("""
        insert into opportunities.opportunity (organization_id, title, summary, field_code, wilaya_code, commune_code, address, min_age, answer,
                                               state, published_at)
        select :organization, 'تنظيف حديقة التسلية', 'يوم في الحديقة', 'ENV', wilaya_code, code, 'باب بسكرة', :age, :answer, 'published', now()
        from places.commune where code = '1901' returning id
        """).param("organization", organization).param("age", minAge).param("answer", answer).query(Long.class).single();
  }

  public ShiftId shift(long opportunity, Instant starts, Duration length, int capacity) {
    return new ShiftId(db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :starts, :ends, :capacity) returning id
        """).param("opportunity", opportunity).param("starts", starts.atOffset(ZoneOffset.UTC))
        .param("ends", starts.plus(length).atOffset(ZoneOffset.UTC)).param("capacity", capacity).query(Long.class).single());
  }

  /** A shift of four hours in three days. */
  public ShiftId coming(long opportunity, int capacity) {
    return shift(opportunity, Instant.now().plus(Duration.ofDays(3)), Duration.ofHours(4), capacity);
  }

  /** A shift of four hours in three days, from nine in the morning in Algeria: at an hour for minors whenever the tests run. */
  public ShiftId byDay(long opportunity, int capacity) {
    return shift(opportunity, LocalDate.now(Words.ZONE).plusDays(3).atTime(9, 0).atZone(Words.ZONE).toInstant(), Duration.ofHours(4), capacity);
  }

  /** A shift that began an hour ago and lasts three more. */
  public ShiftId today(long opportunity, int capacity) {
    return shift(opportunity, Instant.now().minus(Duration.ofHours(1)), Duration.ofHours(4), capacity);
  }

  /** Gives somebody a seat without asking. */
  public void seat(ShiftId shift, AccountId volunteer) {
    db.sql("insert into participation.application (shift_id, volunteer_id, state) values (:shift, :volunteer, 'accepted')")
        .param("shift", shift.value()).param("volunteer", volunteer.value()).update();
    db.sql("update opportunities.shift set taken = taken + 1 where id = :shift").param("shift", shift.value()).update();
  }

  public List<Long> ids(ShiftId shift, String state) {
    return db.sql("select id from participation.application where shift_id = :shift and state = :state order by id")
        .param("shift", shift.value()).param("state", state).query(Long.class).list();
  }

  public int count(ShiftId shift, String state) {
    return ids(shift, state).size();
  }

  public int taken(ShiftId shift) {
    return db.sql("select taken from opportunities.shift where id = :shift").param("shift", shift.value()).query(Integer.class).single();
  }

  public String state(ApplicationId id) {
    return db.sql("select state from participation.application where id = :id").param("id", id.value()).query(String.class).single();
  }
}
