package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that the tests of trainings stand on: a course in first aid of a verified organisation. */
final class Course {

  final JdbcClient db;
  final Scene scene;
  final AccountId owner;
  final OrganizationId organization;
  final TrainingId training;

  Course(JdbcClient db) {
    this.db = db;
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = new OrganizationId(scene.organization(owner));
    training = training("الإسعافات الأولية", 24);
  }

  TrainingId training(String name, Integer months) {
    return new TrainingId(db.sql("""
        insert into trainings.training (organization_id, name_ar, name_fr, about_ar, search_words, field_code, minutes, valid_months, state, state_since, made_at, made_by)
        values (:organization, :name, 'Premiers secours', 'التصرف أمام الجروح والحروق والإغماء', to_tsvector('simple', :words), 'HLT', 360, :months, 'open',
                now(), now(), :owner)
        returning id
        """).param("organization", organization.value()).param("name", name).param("words", dz.linatatawwa.language.Stems.searchText(name + " Premiers secours"))
        .param("months", months).param("owner", owner.value()).query(Long.class).single());
  }

  SessionId session(TrainingId of, Duration ahead, int capacity) {
    Instant starts = Instant.now().plus(ahead);
    return new SessionId(db.sql("""
        insert into trainings.session (training_id, starts_at, ends_at, wilaya_code, commune_code, address, trainer, capacity)
        select :training, :starts, :ends, wilaya_code, code, 'دار الشباب', 'د. نادية', :capacity from places.commune where code = '1901' returning id
        """).param("training", of.value()).param("starts", starts.atOffset(ZoneOffset.UTC)).param("ends", starts.plus(Duration.ofHours(6)).atOffset(ZoneOffset.UTC))
        .param("capacity", capacity).query(Long.class).single());
  }

  SessionId session(int capacity) {
    return session(training, Duration.ofDays(3), capacity);
  }

  /** Lets a session begin an hour ago. */
  void begin(SessionId session) {
    db.sql("update trainings.session set starts_at = now() - interval '1 hour', ends_at = now() + interval '2 hours' where id = :id").param("id", session.value()).update();
  }

  OpportunityId opportunity() {
    return new OpportunityId(scene.opportunity(organization.value(), "at-once", 16));
  }

  List<Long> ids(SessionId session, String state) {
    return db.sql("select id from trainings.registration where session_id = :session and state = :state order by id").param("session", session.value())
        .param("state", state).query(Long.class).list();
  }

  int taken(SessionId session) {
    return db.sql("select taken from trainings.session where id = :id").param("id", session.value()).query(Integer.class).single();
  }

  String state(RegistrationId id) {
    return db.sql("select state from trainings.registration where id = :id").param("id", id.value()).query(String.class).single();
  }

  String digits(RegistrationId id) {
    return db.sql("select digits from trainings.registration where id = :id").param("id", id.value()).query(String.class).single();
  }
}
