package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's own trainings: coming, waiting, completed. */
@Repository
public class OwnTrainings {

  private static final int PAGE = 20;

  private static final String COMING = """
      select r.id, r.training_id, r.session_id, r.state, r.digits, r.offer_ends, t.name_ar, t.name_fr, t.name_en, t.host_ar, t.host_fr,
             s.starts_at, s.ends_at, s.remote, s.commune_code, s.address, s.link,
             case when r.state = 'waiting' then
               (select count(*) from trainings.registration w where w.session_id = r.session_id and w.state = 'waiting' and w.id <= r.id) else 0 end as position
      from trainings.registration r
      join trainings.session s on s.id = r.session_id
      join trainings.hosted t on t.id = r.training_id
      where r.volunteer_id = :person and r.state in ('registered', 'waiting', 'offered')
      """;

  /** The newest certificate of each training. */
  private static final String COMPLETED = """
      select distinct on (c.training_id) c.training_id, c.source, c.completed_on, c.valid_until, t.name_ar, t.name_fr, t.name_en, t.host_ar, t.host_fr,
             t.state = 'open' as open
      from trainings.completion c join trainings.hosted t on t.id = c.training_id
      where c.volunteer_id = :person and c.revoked_at is null
      order by c.training_id, c.valid_until desc nulls first, c.id desc
      """;

  private final JdbcClient db;

  OwnTrainings(JdbcClient db) {
    this.db = db;
  }

  /** What is coming, the next first: the unique place in each training bounds it. */
  public List<OwnTraining> coming(AccountId person) {
    return db.sql(COMING + " order by s.starts_at, r.id limit 200").param("person", person.value()).query(OwnTrainings::training).list();
  }

  /** One of this person's own that is not over. */
  public Optional<OwnTraining> find(AccountId person, RegistrationId id) {
    return db.sql(COMING + " and r.id = :id").param("person", person.value()).param("id", id.value()).query(OwnTrainings::training).optional();
  }

  /** What was completed, the newest first, twenty a page. */
  public Slice<OwnCertificate> completed(AccountId person, int page) {
    long total = db.sql("select count(*) from (" + COMPLETED + ") c").param("person", person.value()).query(Long.class).single();
    List<OwnCertificate> rows = db.sql("select * from (" + COMPLETED + ") c order by completed_on desc, training_id desc limit :size offset :skip")
        .param("person", person.value()).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(OwnTrainings::certificate).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  private static OwnTraining training(ResultSet row, int number) throws SQLException {
    return new OwnTraining(new RegistrationId(row.getLong("id")), new TrainingId(row.getLong("training_id")), name(row), host(row),
        new SessionId(row.getLong("session_id")), row.getString("state"), row.getInt("position"), row.getString("digits"), Sql.instant(row, "offer_ends"),
        Sql.known(row, "starts_at"), Sql.known(row, "ends_at"), row.getBoolean("remote"), row.getString("commune_code"), row.getString("address"),
        row.getString("link"));
  }

  private static OwnCertificate certificate(ResultSet row, int number) throws SQLException {
    return new OwnCertificate(new TrainingId(row.getLong("training_id")), name(row), host(row), row.getString("source"),
        row.getObject("completed_on", LocalDate.class), row.getObject("valid_until", LocalDate.class), row.getBoolean("open"));
  }

  private static LocalName name(ResultSet row) throws SQLException {
    return new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en"));
  }

  private static LocalName host(ResultSet row) throws SQLException {
    return new LocalName(row.getString("host_ar"), row.getString("host_fr"), null);
  }
}
