package dz.linatatawwa.archive;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the archive, for the search over all and for feeds; whoever led it is not named. */
@Component
class FindableOperations implements FindableThings {

  private final JdbcClient db;

  FindableOperations(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "operation";
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return db.sql("""
        select o.id, o.title, o.about, o.organization_id, coalesce(g.name_ar, o.organization_name) as body_ar, g.name_fr as body_fr, l.wilaya_code, l.commune_code, l.field_code,
          l.first_day, coalesce(l.published_at, o.state_since) as since, concat_ws(' ', a.name_ar, a.name_fr, a.name_en) as words
        from archive.listing l
        join archive.operation o on o.id = l.operation_id
        left join organizations.public_organization g on g.id = o.organization_id
        left join taxonomy.activity a on a.code = o.activity_code
        where l.operation_id = any(:ids)
        """).param("ids", ids.toArray(Long[]::new)).query(FindableOperations::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return db.sql("select operation_id from archive.listing where operation_id > :id order by operation_id limit :most").param("id", id).param("most", most)
        .query((row, n) -> row.getLong(1)).list();
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    return new Findable(row.getLong("id"), "/archive/" + row.getLong("id"), new LocalName(row.getString("title"), null, null), Findable.told(row.getString("about")), body(row),
        row.getString("words"), row.getObject("organization_id", Long.class), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("field_code"),
        row.getObject("first_day", LocalDate.class).atStartOfDay(Words.ZONE).toInstant(), row.getTimestamp("since").toInstant());
  }

  private static @Nullable LocalName body(ResultSet row) throws SQLException {
    String name = row.getString("body_ar");
    return name == null || name.isBlank() ? null : new LocalName(name, row.getString("body_fr"), null);
  }
}
