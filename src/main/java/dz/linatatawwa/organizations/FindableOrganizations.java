package dz.linatatawwa.organizations;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the list of organisations, for the search over all and for feeds. */
@Component
class FindableOrganizations implements FindableThings {

  private final JdbcClient db;

  FindableOrganizations(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "organization";
  }

  /** Its fields are words of it: it has several. */
  @Override
  public List<Findable> read(Collection<Long> ids) {
    return db.sql("""
        select g.id, g.name_ar, g.name_fr, g.about, g.wilaya_code, g.commune_code, coalesce(g.verified_at, g.registered_at) as since,
          (select string_agg(concat_ws(' ', f.name_ar, f.name_fr, f.name_en), ' ' order by f.code)
           from organizations.organization_field o join taxonomy.field f on f.code = o.field_code where o.organization_id = g.id) as fields
        from organizations.organization g
        where g.id = any(:ids) and g.state = 'verified'
        """).param("ids", ids.toArray(Long[]::new)).query(FindableOrganizations::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return db.sql("select id from organizations.organization where state = 'verified' and id > :id order by id limit :most").param("id", id).param("most", most)
        .query((row, n) -> row.getLong(1)).list();
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    String latin = row.getString("name_fr");
    String fields = row.getString("fields");
    return new Findable(row.getLong("id"), "/organizations/" + row.getLong("id"), new LocalName(row.getString("name_ar"), latin == null || latin.isBlank() ? null : latin, null),
        Findable.told(row.getString("about")), null, fields == null ? "" : fields, row.getLong("id"), row.getString("wilaya_code"), row.getString("commune_code"), null, null,
        row.getTimestamp("since").toInstant());
  }
}
