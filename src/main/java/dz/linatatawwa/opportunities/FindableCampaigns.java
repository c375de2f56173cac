package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the list of campaigns, for the search over all and for feeds. */
@Component
class FindableCampaigns implements FindableThings {

  private final JdbcClient db;

  FindableCampaigns(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "campaign";
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return db.sql("""
        select c.id, c.title, c.aim, c.organization_id, g.name_ar, g.name_fr, c.starts_on, coalesce(c.published_at, c.made_at) as since
        from opportunities.campaign c
        join organizations.public_organization g on g.id = c.organization_id
        where c.id = any(:ids) and c.state in ('published', 'closed')
        """).param("ids", ids.toArray(Long[]::new)).query(FindableCampaigns::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return db.sql("select id from opportunities.campaign where state in ('published', 'closed') and id > :id order by id limit :most").param("id", id).param("most", most)
        .query((row, n) -> row.getLong(1)).list();
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    return new Findable(row.getLong("id"), "/campaigns/" + row.getLong("id"), new LocalName(row.getString("title"), null, null), Findable.told(row.getString("aim")),
        FindableOpportunities.body(row), "", row.getLong("organization_id"), null, null, null,
        row.getDate("starts_on").toLocalDate().atStartOfDay(Words.ZONE).toInstant(), row.getTimestamp("since").toInstant());
  }
}
