package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableThings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the catalogue of trainings, for the search over all and for feeds. */
@Component
class FindableTrainings implements FindableThings {

  private static final int MOST_OPEN = 20_000;

  private final JdbcClient db;
  private final Clock clock;

  FindableTrainings(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "training";
  }

  @Override
  public List<Findable> read(Collection<Long> ids) {
    return asked("""
        select t.id, t.organization_id, t.name_ar, t.name_fr, t.name_en, t.about_ar, t.about_fr, t.about_en, t.host_ar, t.host_fr, t.field_code, t.state_since,
          n.starts_at, n.wilaya_code, n.commune_code
        from trainings.hosted t
        left join lateral (select s.starts_at, s.wilaya_code, s.commune_code from trainings.session s
          where s.training_id = t.id and s.state = 'open' and s.starts_at > :now order by s.starts_at, s.id limit 1) n on true
        where t.id = any(:ids) and t.state = 'open' and
        """ + TrainingTable.OFFERED).param("ids", ids.toArray(Long[]::new)).query(FindableTrainings::found).list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return asked("select t.id from trainings.hosted t where t.id > :id and t.state = 'open' and " + TrainingTable.OFFERED + " order by t.id limit :most")
        .param("id", id).param("most", most).query((row, n) -> row.getLong(1)).list();
  }

  /** Agreements begin and end, sessions pass. */
  @Override
  public List<Long> restless() {
    return db.sql("select id from trainings.training where state = 'open' order by id limit :most").param("most", MOST_OPEN).query((row, n) -> row.getLong(1)).list();
  }

  private JdbcClient.StatementSpec asked(String sql) {
    Instant now = clock.instant();
    return db.sql(sql).param("now", Sql.at(now)).param("today", LocalDate.ofInstant(now, Words.ZONE));
  }

  private static Findable found(ResultSet row, int number) throws SQLException {
    return new Findable(row.getLong("id"), "/trainings/" + row.getLong("id"), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        Findable.told(row.getString("about_ar"), row.getString("about_fr"), row.getString("about_en")), new LocalName(row.getString("host_ar"), row.getString("host_fr"), null), "",
        row.getObject("organization_id", Long.class), row.getString("wilaya_code"), row.getString("commune_code"), row.getString("field_code"), Sql.instant(row, "starts_at"),
        Sql.known(row, "state_since"));
  }
}
