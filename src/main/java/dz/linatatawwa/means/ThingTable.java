package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of things that are lent. */
@Repository
class ThingTable {

  static final int PAGE = 20;

  private static final String SELECT = """
      select t.id, t.organization_id, g.name_ar, g.name_fr, t.kind, t.label, t.about, t.code, t.kept_at, t.wilaya_code, t.lent_to, t.condition, t.withdrawn_at,
        (select file_id from means.thing_picture where thing_id = t.id and removed_at is null order by added_at, file_id limit 1) as picture,
        b.name_ar as away_ar, b.name_fr as away_fr, b.ends as away_until, h.ends as held_until
      from means.thing t
      join organizations.organization g on g.id = t.organization_id
      left join lateral (
        select w.name_ar, w.name_fr, upper(k.during) as ends from means.booking k join organizations.organization w on w.id = k.organization_id
        where k.thing_id = t.id and k.state = 'out') b on true
      left join lateral (
        select upper(k.during) as ends from means.booking k where k.thing_id = t.id and k.state = 'agreed' and k.during @> cast(:now as timestamptz)) h on true
      """;

  /** Lent to all by another verified organisation, and free from one moment to another. */
  private static final String OFFERED = """
      t.lent_to = 'all' and t.withdrawn_at is null and t.condition <> 'damaged' and g.state = 'verified' and t.organization_id <> :not
      and (cast(:wilaya as text) is null or t.wilaya_code = :wilaya) and (cast(:kind as text) is null or t.kind = :kind)
      and not exists (select from means.booking k where k.thing_id = t.id and k.state in ('asked', 'agreed', 'out') and k.during && tstzrange(:from, :to))
      """;

  private final JdbcClient db;

  ThingTable(JdbcClient db) {
    this.db = db;
  }

  /** @return nothing when the code is taken */
  Optional<ThingId> insert(OrganizationId organization, ThingWords words, Wear wear, ThingCode code, Seat seat, AccountId by) {
    return written(db.sql("""
        insert into means.thing (organization_id, kind, label, about, code, kept_at, wilaya_code, commune_code, lent_to, condition, added_by)
        values (:organization, :kind, :label, :about, :code, :keptAt, :wilaya, :commune, :lentTo, :wear, :by)
        on conflict (code) do nothing
        returning id
        """), words).param("organization", organization.value()).param("code", code.text()).param("wilaya", seat.wilaya().value()).param("commune", seat.commune().value())
        .param("wear", wear.code()).param("by", by.value()).query(Long.class).optional().map(ThingId::new);
  }

  void update(ThingId id, ThingWords words, Wear wear) {
    written(db.sql("""
        update means.thing set kind = :kind, label = :label, about = :about, kept_at = :keptAt, lent_to = :lentTo, condition = :wear where id = :id
        """), words).param("wear", wear.code()).param("id", id.value()).update();
  }

  private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec sql, ThingWords words) {
    return sql.param("kind", words.kind().code()).param("label", words.label()).param("about", words.about()).param("keptAt", words.keptAt())
        .param("lentTo", words.forAll() ? "all" : "own");
  }

  void wear(ThingId id, Wear wear) {
    db.sql("update means.thing set condition = :wear where id = :id").param("wear", wear.code()).param("id", id.value()).update();
  }

  /** Lends it no more, or again. */
  void withdraw(ThingId id, boolean withdrawn, AccountId by) {
    db.sql("""
        update means.thing set withdrawn_at = case when :withdrawn then coalesce(withdrawn_at, now()) end, withdrawn_by = case when :withdrawn then :by end where id = :id
        """).param("withdrawn", withdrawn).param("by", by.value()).param("id", id.value()).update();
  }

  Optional<Thing> find(ThingId id, Instant now) {
    return asked("where t.id = :id", now).param("id", id.value()).query((row, i) -> thing(row)).optional();
  }

  Optional<Thing> byCode(ThingCode code, Instant now) {
    return asked("where t.code = :code", now).param("code", code.text()).query((row, i) -> thing(row)).optional();
  }

  /** Lets nobody else hand it over or take it back until the transaction ends. */
  void lock(ThingId id) {
    db.sql("select id from means.thing where id = :id for no key update").param("id", id.value()).query(Long.class).single();
  }

  List<Thing> findAll(OrganizationId organization, Collection<Long> ids, Instant now) {
    if (ids.isEmpty()) return List.of();
    return asked("where t.organization_id = :organization and t.id in (:ids) order by t.label, t.id", now).param("organization", organization.value()).param("ids", ids)
        .query((row, i) -> thing(row)).list();
  }

  /** @param kind null: of every kind */
  Slice<Thing> of(OrganizationId organization, @Nullable ThingKind kind, int size, int page, Instant now) {
    String code = kind == null ? null : kind.code();
    String where = "t.organization_id = :organization and (cast(:kind as text) is null or t.kind = :kind)";
    long total = db.sql("select count(*) from means.thing t where " + where).param("organization", organization.value()).param("kind", code).query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + size - 1) / size)));
    return new Slice<>(asked("where " + where + " order by t.withdrawn_at is not null, t.label, t.id limit :size offset :offset", now)
        .param("organization", organization.value()).param("kind", code).param("size", size).param("offset", (number - 1) * size).query((row, i) -> thing(row)).list(),
        number, size, total);
  }

  /** What others lend and is free in a time. @param not whose things are left out */
  Slice<Thing> offered(OrganizationId not, Offered asked, int page, Instant now) {
    long total = narrowed(db.sql("select count(*) from means.thing t join organizations.organization g on g.id = t.organization_id where " + OFFERED), not, asked)
        .query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
    return new Slice<>(narrowed(asked("where " + OFFERED + " order by t.label, t.id limit " + PAGE + " offset :offset", now), not, asked)
        .param("offset", (number - 1) * PAGE).query((row, i) -> thing(row)).list(), number, PAGE, total);
  }

  private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec sql, OrganizationId not, Offered asked) {
    return sql.param("not", not.value()).param("wilaya", asked.wilaya() == null ? null : asked.wilaya().value()).param("kind", asked.kind() == null ? null : asked.kind().code())
        .param("from", Sql.at(asked.from())).param("to", Sql.at(asked.to()));
  }

  private JdbcClient.StatementSpec asked(String where, Instant now) {
    return db.sql(SELECT + where).param("now", Sql.at(now));
  }

  private static Thing thing(ResultSet row) throws SQLException {
    ThingWords words = new ThingWords(ThingKind.of(row.getString("kind")).orElseThrow(), row.getString("label"), row.getString("about"), row.getString("kept_at"),
        row.getString("lent_to").equals("all"));
    UUID picture = row.getObject("picture", UUID.class);
    String away = row.getString("away_ar");
    return new Thing(new ThingId(row.getLong("id")), new OrganizationId(row.getLong("organization_id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), null),
        words, new ThingCode(row.getString("code")), row.getString("wilaya_code"), Wear.of(row.getString("condition")).orElseThrow(), row.getObject("withdrawn_at") != null,
        picture == null ? null : new FileId(picture), away == null ? null : new LocalName(away, row.getString("away_fr"), null), Sql.maybe(row, "away_until"),
        Sql.maybe(row, "held_until"));
  }
}
