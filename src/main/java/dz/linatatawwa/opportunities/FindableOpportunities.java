package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the list of opportunities, for the search over all and for feeds. */
@Component
class FindableOpportunities implements FindableThings {

  private final JdbcClient db;

  FindableOpportunities(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "opportunity";
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return db.sql("""
        select o.id, o.title, o.summary, o.organization_id, g.name_ar, g.name_fr, l.wilaya_code, l.commune_code, l.field_code, l.next_start,
          coalesce(o.published_at, o.made_at) as since, concat_ws(' ', c.title, a.name_ar, a.name_fr, a.name_en) as words
        from opportunities.listing l
        join opportunities.opportunity o on o.id = l.opportunity_id
        join organizations.public_organization g on g.id = o.organization_id
        left join opportunities.campaign c on c.id = o.campaign_id
        left join taxonomy.activity a on a.code = o.activity_code
        where l.opportunity_id = any(:ids)
        """).param("ids", ids.toArray(Long[]::new)).query(FindableOpportunities::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return db.sql("select opportunity_id from opportunities.listing where opportunity_id > :id order by opportunity_id limit :most").param("id", id).param("most", most)
        .query((row, n) -> row.getLong(1)).list();
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    return new Findable(row.getLong("id"), "/opportunities/" + row.getLong("id"), new LocalName(row.getString("title"), null, null), Findable.told(row.getString("summary")),
        body(row), row.getString("words"), row.getLong("organization_id"), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("field_code"),
        row.getTimestamp("next_start").toInstant(), row.getTimestamp("since").toInstant());
  }

  /** Whose it is: columns {@code name_ar}, {@code name_fr}. */
  static @Nullable LocalName body(ResultSet row) throws SQLException {
    return new LocalName(Objects.requireNonNull(row.getString("name_ar")), row.getString("name_fr"), null);
  }
}
