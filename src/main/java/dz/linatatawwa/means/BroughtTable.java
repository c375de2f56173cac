package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.ShiftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was brought. What the need and the pledge say of it is kept by the database, with the line. */
@Repository
class BroughtTable {

  private static final int MOST = 300;

  private static final String SELECT = """
      select d.id, d.need_id, d.pledge_id, case when d.pledge_id is not null then coalesce(r.name_ar, g.name_ar, nullif(a.name, ''), '—') end as giver_ar,
        coalesce(r.name_fr, g.name_fr) as giver_fr, d.amount, d.shift_id, d.received_by, d.received_at,
        exists (select from means.delivery b where b.reverses = d.id) as reversed,
        exists (select from daybook.goods u where u.key = 'delivery-' || d.id and u.removed_at is null) as used
      from means.delivery d
      left join means.pledge p on p.id = d.pledge_id
      left join accounts.account a on a.id = p.pledged_by
      left join organizations.organization g on g.id = p.organization_id
      left join partnerships.partner r on r.id = p.partner_id
      """;

  private final JdbcClient db;

  BroughtTable(JdbcClient db) {
    this.db = db;
  }

  /** @return the line of this key, now or before; nothing when the key was used for another need */
  Optional<Long> insert(NeedId need, @Nullable Long pledge, @Nullable ShiftId shift, String key, int amount, AccountId by) {
    List<Long> made = Sql.rows(db.sql("""
        insert into means.delivery (need_id, pledge_id, shift_id, key, amount, received_by) values (:need, :pledge, :shift, :key, :amount, :by)
        on conflict (key) do nothing
        returning id
        """).param("need", need.value()).param("pledge", pledge).param("shift", shift == null ? null : shift.value()).param("key", key).param("amount", amount)
        .param("by", by.value()).query(Long.class));
    if (!made.isEmpty()) return Optional.of(made.getFirst());
    return db.sql("select id from means.delivery where key = :key and need_id = :need").param("key", key).param("need", need.value()).query(Long.class).optional();
  }

  /** Says the opposite of a line. @return whether it was said now */
  boolean reverse(Brought line, AccountId by) {
    return db.sql("""
        insert into means.delivery (need_id, pledge_id, shift_id, key, amount, reverses, received_by)
        select need_id, pledge_id, shift_id, 'reversal-' || id, -amount, id, :by from means.delivery where id = :id
        on conflict do nothing
        """).param("by", by.value()).param("id", line.id()).update() == 1;
  }

  /** The line of the day's book that says that it was used, also when that was taken out. */
  Optional<Long> inBook(long id) {
    return db.sql("select id from daybook.goods where key = :key").param("key", "delivery-" + id).query(Long.class).optional();
  }

  boolean exists(String key) {
    return db.sql("select exists (select from means.delivery where key = :key)").param("key", key).query(Boolean.class).single();
  }

  Optional<Brought> find(long id) {
    return db.sql(SELECT + "where d.id = :id and d.amount > 0").param("id", id).query((row, i) -> brought(row)).optional();
  }

  /** The newest first. */
  List<Brought> of(NeedId need) {
    return db.sql(SELECT + "where d.need_id = :need and d.amount > 0 order by d.id desc limit " + MOST).param("need", need.value()).query((row, i) -> brought(row)).list();
  }

  /** What was ticked on a day's screen and stands, in its order. */
  List<Brought> of(ShiftId shift) {
    return db.sql(SELECT + """
        where d.shift_id = :shift and d.amount > 0 and not exists (select from means.delivery b where b.reverses = d.id) order by d.id limit
        """ + MOST).param("shift", shift.value()).query((row, i) -> brought(row)).list();
  }

  private static Brought brought(ResultSet row) throws SQLException {
    String giver = row.getString("giver_ar");
    return new Brought(row.getLong("id"), new NeedId(row.getLong("need_id")), Sql.number(row, "pledge_id"), giver == null ? null : new LocalName(giver, row.getString("giver_fr"), null),
        row.getInt("amount"), Sql.number(row, "shift_id"), new AccountId(row.getLong("received_by")), Sql.at(row, "received_at"), row.getBoolean("reversed"), row.getBoolean("used"));
  }
}
