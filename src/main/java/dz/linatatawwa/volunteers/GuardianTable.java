package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of guardians and of their links. */
@Repository
class GuardianTable {

  private static final String SELECT = """
      select id, volunteer_id, place, name, contact, language, named_at, stopped_at from volunteers.guardian
      """;

  private final JdbcClient db;

  GuardianTable(JdbcClient db) {
    this.db = db;
  }

  /** Deeds about one minor's guardians come one after the other. */
  void lock(AccountId minor) {
    db.sql("select 1 from volunteers.volunteer where account_id = :id for no key update").param("id", minor.value()).query(Integer.class).list();
  }

  List<Guardian> of(AccountId minor) {
    return db.sql(SELECT + "where volunteer_id = :minor and ended_at is null order by place").param("minor", minor.value()).query(GuardianTable::read).list();
  }

  Optional<Guardian> find(long id) {
    return db.sql(SELECT + "where id = :id and ended_at is null").param("id", id).query(GuardianTable::read).optional();
  }

  Optional<Guardian> byLink(byte[] hash, Instant now) {
    return db.sql(SELECT + "where link_hash = :hash and link_ends_at > :now and ended_at is null").param("hash", hash).param("now", at(now))
        .query(GuardianTable::read).optional();
  }

  List<Guardian> byContact(String contact) {
    return db.sql(SELECT + "where contact = :contact and ended_at is null order by id limit 20").param("contact", contact).query(GuardianTable::read).list();
  }

  /** How often this minor asked anybody, or anybody asked this contact, whichever is more. */
  int askedSince(AccountId minor, String contact, Instant since) {
    return db.sql("""
        select greatest(count(*) filter (where volunteer_id = :minor), count(*) filter (where contact = :contact))
        from volunteers.guardian_ask where (volunteer_id = :minor or contact = :contact) and asked_at > :since
        """).param("minor", minor.value()).param("contact", contact).param("since", at(since)).query(Integer.class).single();
  }

  void asked(AccountId minor, String contact, Instant now) {
    db.sql("insert into volunteers.guardian_ask (volunteer_id, contact, asked_at) values (:minor, :contact, :now)").param("minor", minor.value())
        .param("contact", contact).param("now", at(now)).update();
  }

  long add(AccountId minor, int place, String name, @Nullable String contact, Language language, AccountId by, Instant now) {
    return db.sql("""
        insert into volunteers.guardian (volunteer_id, place, name, contact, language, named_at, named_by)
        values (:minor, :place, :name, :contact, :language, :now, :by) returning id
        """).param("minor", minor.value()).param("place", place).param("name", name).param("contact", contact).param("language", language.code())
        .param("now", at(now)).param("by", by.value()).query(Long.class).single();
  }

  void link(long guardian, byte[] hash, Instant ends) {
    db.sql("update volunteers.guardian set link_hash = :hash, link_ends_at = :ends where id = :id").param("hash", hash).param("ends", at(ends))
        .param("id", guardian).update();
  }

  void stretch(long guardian, Instant ends) {
    db.sql("update volunteers.guardian set link_ends_at = greatest(link_ends_at, :ends) where id = :id and link_hash is not null")
        .param("ends", at(ends)).param("id", guardian).update();
  }

  void stop(long guardian, @Nullable Instant now) {
    db.sql("update volunteers.guardian set stopped_at = :now where id = :id").param("now", now == null ? null : at(now)).param("id", guardian).update();
  }

  void end(long guardian, Instant now) {
    db.sql("update volunteers.guardian set ended_at = :now, link_hash = null, link_ends_at = null where id = :id and ended_at is null")
        .param("now", at(now)).param("id", guardian).update();
  }

  /** Those with a guardian or a guardian's consent who were born in this year or before. */
  List<AccountId> ofAge(int bornAtLatest, int most) {
    return db.sql("""
        select v.account_id from volunteers.volunteer v
        where v.birth_year <= :born
          and v.account_id in (select volunteer_id from volunteers.guardian where ended_at is null
                               union select volunteer_id from volunteers.guardian_consent where withdrawn_at is null)
        order by v.account_id limit :most
        """).param("born", bornAtLatest).param("most", most).query((row, number) -> new AccountId(row.getLong("account_id"))).list();
  }

  int agreed(AccountId minor, GuardianPurpose purpose, Collection<Long> bodies) {
    return db.sql("select volunteers.agreed(:minor, :purpose, :bodies)").param("minor", minor.value()).param("purpose", purpose.code())
        .param("bodies", bodies.toArray(Long[]::new)).query(Integer.class).single();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Guardian read(ResultSet row, int number) throws SQLException {
    String contact = row.getString("contact");
    OffsetDateTime stopped = row.getObject("stopped_at", OffsetDateTime.class);
    return new Guardian(row.getLong("id"), new AccountId(row.getLong("volunteer_id")), row.getInt("place"), row.getString("name"),
        contact == null ? null : Contact.of(contact), Language.of(row.getString("language")).orElse(Language.AR),
        row.getObject("named_at", OffsetDateTime.class).toInstant(), stopped == null ? null : stopped.toInstant());
  }
}
