package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of pledges. What a need has waiting is kept by the database, with the pledge. */
@Repository
class PledgeTable {

  static final int PAGE = 20;
  private static final int MOST_OF_NEED = 300;

  private static final String SELECT = """
      select p.id, p.need_id, p.pledged_by, p.organization_id, p.partner_id, coalesce(r.name_ar, g.name_ar, nullif(a.name, ''), '—') as giver_ar,
        coalesce(r.name_fr, g.name_fr) as giver_fr, p.amount, p.bring_on, p.note, p.pledged_at, p.delivered, p.ended_why
      from means.pledge p
      join accounts.account a on a.id = p.pledged_by
      left join organizations.organization g on g.id = p.organization_id
      left join partnerships.partner r on r.id = p.partner_id
      """;

  private final JdbcClient db;

  PledgeTable(JdbcClient db) {
    this.db = db;
  }

  long insert(NeedId need, AccountId by, Giver giver, String key, int amount, LocalDate bringOn, String note) {
    return db.sql("""
        insert into means.pledge (need_id, key, pledged_by, organization_id, partner_id, amount, bring_on, note)
        values (:need, :key, :by, :organization, :partner, :amount, :bringOn, :note)
        returning id
        """).param("need", need.value()).param("key", key).param("by", by.value()).param("organization", giver.organization()).param("partner", giver.partner())
        .param("amount", amount).param("bringOn", bringOn).param("note", note).query(Long.class).single();
  }

  Optional<Pledge> byKey(String key) {
    return db.sql(SELECT + "where p.key = :key").param("key", key).query((row, i) -> pledge(row)).optional();
  }

  Optional<Pledge> find(long id) {
    return db.sql(SELECT + "where p.id = :id").param("id", id).query((row, i) -> pledge(row)).optional();
  }

  /** Those of which something is still expected. */
  List<Pledge> waiting(NeedId need) {
    return db.sql(SELECT + "where p.need_id = :need and p.ended_at is null and p.delivered < p.amount order by p.bring_on, p.id").param("need", need.value())
        .query((row, i) -> pledge(row)).list();
  }

  /** All of a need, those that wait first; at most 300. */
  List<Pledge> of(NeedId need) {
    return db.sql(SELECT + "where p.need_id = :need order by (p.ended_at is null and p.delivered < p.amount) desc, p.bring_on, p.id limit " + MOST_OF_NEED)
        .param("need", need.value()).query((row, i) -> pledge(row)).list();
  }

  /** Those of several needs of which something is expected, or of which something was brought on this shift's screen. */
  List<Pledge> ofDay(Collection<NeedId> needs, long shift) {
    if (needs.isEmpty()) return List.of();
    return db.sql(SELECT + """
        where p.need_id in (:needs) and (p.ended_at is null and p.delivered < p.amount or exists (select from means.delivery d where d.pledge_id = p.id and d.shift_id = :shift))
        order by p.bring_on, p.id limit 300
        """).param("needs", needs.stream().map(NeedId::value).toList()).param("shift", shift).query((row, i) -> pledge(row)).list();
  }

  /** What this person promised, for themselves or for a body, the newest first. */
  Slice<Pledge> by(AccountId person, int page) {
    long total = db.sql("select count(*) from means.pledge where pledged_by = :by").param("by", person.value()).query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
    return new Slice<>(db.sql(SELECT + "where p.pledged_by = :by order by p.id desc limit " + PAGE + " offset :offset").param("by", person.value())
        .param("offset", (number - 1) * PAGE).query((row, i) -> pledge(row)).list(), number, PAGE, total);
  }

  int countWaiting(AccountId person) {
    return db.sql("select count(*) from means.pledge where pledged_by = :by and ended_at is null and delivered < amount").param("by", person.value())
        .query(Integer.class).single();
  }

  /** @return whether it stood until now */
  boolean end(long id, String why, @Nullable AccountId by) {
    return db.sql("update means.pledge set ended_at = now(), ended_why = :why, ended_by = :by where id = :id and ended_at is null").param("why", why)
        .param("by", by == null ? null : by.value()).param("id", id).update() == 1;
  }

  void begin(long id) {
    db.sql("update means.pledge set ended_at = null, ended_why = null, ended_by = null where id = :id").param("id", id).update();
  }

  /** Marks those that are due on a day and gives them, each once. */
  List<Pledge> remind(LocalDate day) {
    List<Long> due = Sql.rows(db.sql("""
        update means.pledge set reminded_at = now()
        where id in (select id from means.pledge where bring_on = :day and ended_at is null and reminded_at is null and delivered < amount
                     order by id limit 1000 for no key update skip locked)
        returning id
        """).param("day", day).query(Long.class));
    return due.stream().flatMap(id -> find(id).stream()).toList();
  }

  private static Pledge pledge(ResultSet row) throws SQLException {
    Long organization = Sql.number(row, "organization_id");
    Long partner = Sql.number(row, "partner_id");
    return new Pledge(row.getLong("id"), new NeedId(row.getLong("need_id")), new AccountId(row.getLong("pledged_by")), organization, partner,
        new LocalName(row.getString("giver_ar"), row.getString("giver_fr"), null), organization != null || partner != null, row.getInt("amount"),
        row.getObject("bring_on", LocalDate.class), row.getString("note"), Sql.at(row, "pledged_at"), row.getInt("delivered"), row.getString("ended_why"));
  }
}
