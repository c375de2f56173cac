package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of credentials. */
@Repository
class CredentialTable {

  private static final int PAGE = 24;
  private static final String VIEW = """
      select c.id, c.kind, c.source, c.holder_id, c.from_day, c.to_day, c.minutes, c.until_day, c.issued_at, c.revoked_at, c.reason, c.shared_name,
        c.shared_hours, c.site, c.achievement_key, c.achievement_version, a.type, a.words
      from credentials.credential c
      join credentials.achievement a on a.key = c.achievement_key and a.version = c.achievement_version
      """;

  private final JdbcClient db;
  private final AchievementTable achievements;

  CredentialTable(JdbcClient db, AchievementTable achievements) {
    this.db = db;
    this.achievements = achievements;
  }

  /** An award that is to be kept, with the bit that it shall have in a status list. */
  record Row(UUID id, Award award, UUID subject, int position) {}

  /** Keeps those whose source is new and whose bit is free; leaves the others out. In the order of their sources, so that two who issue the
   *  same at once do not wait for each other in a circle. */
  void add(List<Row> rows, int list, String site, Instant now) {
    db.sql("insert into credentials.status_list (number) values (:list) on conflict do nothing").param("list", list).update();
    db.sql("""
        insert into credentials.credential (id, kind, source, holder_id, subject, achievement_key, achievement_version, from_day, to_day, minutes, until_day,
          position, list, site, issued_at)
        select n.*, :list, :site, :now
        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:sources as text[]), cast(:holders as bigint[]), cast(:subjects as uuid[]),
          cast(:keys as text[]), cast(:versions as integer[]), cast(:froms as date[]), cast(:tos as date[]), cast(:minutes as bigint[]),
          cast(:untils as date[]), cast(:positions as integer[]))
          as n(id, kind, source, holder, subject, key, version, from_day, to_day, minutes, until_day, position)
        order by n.source
        on conflict do nothing
        """)
        .param("ids", column(rows, UUID.class, Row::id)).param("kinds", column(rows, String.class, row -> row.award().kind()))
        .param("sources", column(rows, String.class, row -> row.award().source()))
        .param("holders", column(rows, Long.class, row -> row.award().holder().value())).param("subjects", column(rows, UUID.class, Row::subject))
        .param("keys", column(rows, String.class, row -> row.award().achievement().key()))
        .param("versions", column(rows, Integer.class, row -> row.award().achievement().version()))
        .param("froms", column(rows, String.class, row -> text(row.award().from()))).param("tos", column(rows, String.class, row -> text(row.award().to())))
        .param("minutes", column(rows, Long.class, row -> row.award().minutes())).param("untils", column(rows, String.class, row -> text(row.award().until())))
        .param("positions", column(rows, Integer.class, Row::position))
        .param("list", list).param("site", site).param("now", Timestamp.from(now)).update();
  }

  /** The credentials of these sources, by source. */
  Map<String, CredentialId> idsOf(Collection<String> sources) {
    Map<String, CredentialId> ids = new HashMap<>();
    db.sql("select source, id from credentials.credential where source = any(:sources)").param("sources", sources.toArray(String[]::new)).query(row -> {
      ids.put(row.getString("source"), new CredentialId(row.getObject("id", UUID.class)));
    });
    return ids;
  }

  Optional<CredentialView> find(CredentialId id) {
    return db.sql(VIEW + " where c.id = :id").param("id", id.value()).query(this::view).optional();
  }

  List<CredentialView> findAll(Collection<CredentialId> ids) {
    return db.sql(VIEW + " where c.id = any(:ids)").param("ids", array(ids)).query(this::view).list();
  }

  Optional<CredentialView> ofSource(String source) {
    return db.sql(VIEW + " where c.source = :source").param("source", source).query(this::view).optional();
  }

  /** The newest first. */
  Slice<CredentialView> of(AccountId holder, int page) {
    long total = db.sql("select count(*) from credentials.credential where holder_id = :holder").param("holder", holder.value()).query(Long.class).single();
    List<CredentialView> rows = db.sql(VIEW + " where c.holder_id = :holder order by c.issued_at desc, c.id limit :limit offset :offset")
        .param("holder", holder.value()).param("limit", PAGE).param("offset", (page - 1L) * PAGE).query(this::view).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** What the document calls the holder, and the bit of its status. */
  record Place(UUID subject, int list, int position) {}

  /** Of those whose holder is still there. */
  Map<CredentialId, Place> places(Collection<CredentialId> ids) {
    Map<CredentialId, Place> places = new HashMap<>();
    db.sql("select id, subject, list, position from credentials.credential where id = any(:ids) and subject is not null").param("ids", array(ids)).query(row -> {
      places.put(new CredentialId(row.getObject("id", UUID.class)), new Place(row.getObject("subject", UUID.class), row.getInt("list"), row.getInt("position")));
    });
    return places;
  }

  void share(CredentialId id, Sharing sharing) {
    db.sql("update credentials.credential set shared_name = :name, shared_hours = :hours where id = :id")
        .param("name", sharing.name().name()).param("hours", sharing.hours()).param("id", id.value()).update();
  }

  private CredentialView view(ResultSet row, int number) throws SQLException {
    long holder = row.getLong("holder_id");
    Timestamp revoked = row.getTimestamp("revoked_at");
    Achievement achievement = achievements.read(row.getString("achievement_key"), row.getInt("achievement_version"), row.getString("type"), row.getString("words"));
    return new CredentialView(new CredentialId(row.getObject("id", UUID.class)), row.getString("kind"), row.getString("source"),
        holder == 0 ? null : new AccountId(holder), achievement, day(row, "from_day"), day(row, "to_day"), row.getObject("minutes", Long.class),
        day(row, "until_day"), row.getTimestamp("issued_at").toInstant(), revoked == null ? null : revoked.toInstant(), row.getString("reason"),
        new Sharing(Sharing.Naming.valueOf(row.getString("shared_name")), row.getBoolean("shared_hours")), row.getString("site"));
  }

  private static UUID[] array(Collection<CredentialId> ids) {
    return ids.stream().map(CredentialId::value).toArray(UUID[]::new);
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  @SuppressWarnings("unchecked")
  private static <T> T[] column(List<Row> rows, Class<T> type, Function<Row, @Nullable T> value) {
    return rows.stream().map(value).toArray(size -> (T[]) java.lang.reflect.Array.newInstance(type, size));
  }
}
