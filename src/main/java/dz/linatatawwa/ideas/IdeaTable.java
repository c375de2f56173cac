package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of ideas. */
@Repository
class IdeaTable {

  static final String COLUMNS = """
      i.id, i.kind, i.title, i.about, i.field_code, i.wilaya_code, i.commune_code, i.lat, i.lon, i.exact, i.names_author, i.author_id, i.state, i.state_since,
      i.supporters, i.comments, i.made_at, i.withdrawn_at, i.held_at, i.removed_at
      """;

  private final JdbcClient db;

  IdeaTable(JdbcClient db) {
    this.db = db;
  }

  /** @param at the spot, or the centre of the commune
   *  @return nothing when this person proposed the same before */
  Optional<IdeaId> insert(Proposal told, @Nullable Point at, AccountId author, Instant now) {
    return told(db.sql("""
        insert into ideas.idea (kind, title, about, field_code, wilaya_code, commune_code, lat, lon, exact, names_author, author_id, state_since, title_words, words,
          made_at, changed_at)
        values (:kind, :title, :about, :field, :wilaya, :commune, :lat, :lon, :exact, :names, :author, :now, to_tsvector('simple', :titleWords),
          to_tsvector('simple', :words), :now, :now)
        on conflict do nothing
        returning id
        """), told, at).param("author", author.value()).param("now", at(now)).query(Long.class).optional().map(IdeaId::new);
  }

  void change(IdeaId id, Proposal told, @Nullable Point at, Instant now) {
    told(db.sql("""
        update ideas.idea set kind = :kind, title = :title, about = :about, field_code = :field, wilaya_code = :wilaya, commune_code = :commune, lat = :lat, lon = :lon,
          exact = :exact, names_author = :names, title_words = to_tsvector('simple', :titleWords), words = to_tsvector('simple', :words), changed_at = :now
        where id = :id
        """), told, at).param("id", id.value()).param("now", at(now)).update();
  }

  private static JdbcClient.StatementSpec told(JdbcClient.StatementSpec sql, Proposal told, @Nullable Point at) {
    return sql.param("kind", told.kind().code()).param("title", told.title()).param("about", told.about().isEmpty() ? null : told.about()).param("field", told.field())
        .param("wilaya", told.wilaya() == null ? null : told.wilaya().value()).param("commune", told.commune() == null ? null : told.commune().value())
        .param("lat", at == null ? null : at.lat()).param("lon", at == null ? null : at.lon()).param("exact", told.spot() != null)
        .param("names", told.namesAuthor()).param("titleWords", told.titleWords()).param("words", told.words());
  }

  Optional<IdeaId> same(Proposal told, AccountId author) {
    return db.sql("""
        select id from ideas.idea
        where author_id = :author and kind = :kind and md5(title) = md5(:title) and coalesce(commune_code, '') = :commune and withdrawn_at is null and removed_at is null
        """).param("author", author.value()).param("kind", told.kind().code()).param("title", told.title())
        .param("commune", told.commune() == null ? "" : told.commune().value()).query(Long.class).optional().map(IdeaId::new);
  }

  Optional<Idea> find(IdeaId id) {
    return db.sql("select " + COLUMNS + " from ideas.idea i where i.id = :id").param("id", id.value()).query(IdeaTable::read).optional();
  }

  /** By their ids, in the order of these; those that do not exist are left out. */
  Map<IdeaId, Idea> findAll(Collection<IdeaId> ids) {
    Map<IdeaId, Idea> found = new LinkedHashMap<>();
    if (ids.isEmpty()) return found;
    db.sql("select " + COLUMNS + " from ideas.idea i where i.id = any(:ids) order by array_position(:ids, i.id)")
        .param("ids", ids.stream().map(IdeaId::value).toArray(Long[]::new)).query(IdeaTable::read).list().forEach(idea -> found.put(idea.id(), idea));
    return found;
  }

  /** Waits until nobody else changes it. */
  Optional<Idea> lock(IdeaId id) {
    db.sql("select id from ideas.idea where id = :id for update").param("id", id.value()).query(Long.class).optional();
    return find(id);
  }

  int proposedSince(AccountId author, Instant since) {
    return db.sql("select count(*) from ideas.idea where author_id = :author and made_at > :since").param("author", author.value()).param("since", at(since))
        .query(Integer.class).single();
  }

  void state(IdeaId id, IdeaState state, Instant now) {
    db.sql("update ideas.idea set state = :state, state_since = :now where id = :id").param("state", state.code()).param("now", at(now)).param("id", id.value()).update();
  }

  void withdrawn(IdeaId id, @Nullable Instant when) {
    db.sql("update ideas.idea set withdrawn_at = cast(:when as timestamptz) where id = :id").param("when", when == null ? null : at(when)).param("id", id.value()).update();
  }

  void held(IdeaId id, @Nullable Instant when) {
    db.sql("update ideas.idea set held_at = cast(:when as timestamptz) where id = :id").param("when", when == null ? null : at(when)).param("id", id.value()).update();
  }

  void removed(IdeaId id, String code, Instant when) {
    db.sql("update ideas.idea set removed_at = :when, removed_code = :code, held_at = null where id = :id").param("when", at(when)).param("code", code)
        .param("id", id.value()).update();
  }

  void names(IdeaId id, boolean names) {
    db.sql("update ideas.idea set names_author = :names where id = :id").param("names", names).param("id", id.value()).update();
  }

  static Idea read(ResultSet row, int number) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    String commune = row.getString("commune_code");
    String about = row.getString("about");
    Long author = row.getObject("author_id", Long.class);
    Point spot = row.getBoolean("exact") ? new Point(row.getDouble("lat"), row.getDouble("lon")) : null;
    Proposal told = new Proposal(IdeaKind.of(row.getString("kind")).orElseThrow(), row.getString("title"), about == null ? "" : about, row.getString("field_code"),
        wilaya == null ? null : new WilayaCode(wilaya), commune == null ? null : new CommuneCode(commune), spot, row.getBoolean("names_author"));
    return new Idea(new IdeaId(row.getLong("id")), told, author == null ? null : new AccountId(author), IdeaState.of(row.getString("state")).orElseThrow(),
        instant(row, "state_since"), row.getInt("supporters"), row.getInt("comments"), instant(row, "made_at"), standing(row));
  }

  private static Idea.Standing standing(ResultSet row) throws SQLException {
    if (row.getObject("removed_at") != null) return Idea.Standing.REMOVED;
    if (row.getObject("withdrawn_at") != null) return Idea.Standing.WITHDRAWN;
    return row.getObject("held_at") != null ? Idea.Standing.HELD : Idea.Standing.SHOWN;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
