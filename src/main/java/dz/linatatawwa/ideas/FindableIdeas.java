package dz.linatatawwa.ideas;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on the ideas board, for the search over all and for feeds; nobody is named. */
@Component
class FindableIdeas implements FindableThings {

  private final JdbcClient db;

  FindableIdeas(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "idea";
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return db.sql("select id, title, about, field_code, wilaya_code, commune_code, made_at from ideas.idea where id = any(:ids) and shown")
        .param("ids", ids.toArray(Long[]::new)).query(FindableIdeas::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return db.sql("select id from ideas.idea where shown and id > :id order by id limit :most").param("id", id).param("most", most).query((row, n) -> row.getLong(1)).list();
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    return new Findable(row.getLong("id"), "/ideas/" + row.getLong("id"), new LocalName(row.getString("title"), null, null), Findable.told(row.getString("about")), null, "", null,
        row.getString("wilaya_code"), row.getString("commune_code"), row.getString("field_code"), null, row.getTimestamp("made_at").toInstant());
  }
}
