package dz.linatatawwa.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.archive.ListedOperations;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of thing that can be reported: found, withheld, nowhere to be seen, and back as it was. */
@WorldTest
class ReportableThingsTests {

  @Autowired List<Reportable> kinds;
  @Autowired Things things;
  @Autowired Listings listings;
  @Autowired ListedOperations shelf;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void everyKindThatAPageOffersHasARoomThatAnswers() {
    assertThat(kinds).extracting(Reportable::kind).doesNotHaveDuplicates()
        .containsExactlyInAnyOrder("opportunity", "campaign", "organization", "operation", "training", "benefit", "day-picture", "archive-picture", "message", "story");
  }

  @Test
  void campaignsLeaveTheListAndComeBack() {
    Scene scene = new Scene(db, listings);
    long id = db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
        values (:organization, 'حملة النظافة الكبرى', current_date, current_date + 20, 'published', now()) returning id""").param("organization", scene.organization.value())
        .query(Long.class).single();
    goesAndComesBack("campaign", Long.toString(id), scene, "/campaigns/" + id, "/campaigns");
  }

  @Test
  void operationsLeaveTheArchiveAndComeBack() {
    Scene scene = new Scene(db, listings);
    long id = operation(scene);
    goesAndComesBack("operation", Long.toString(id), scene, "/archive/" + id, "/archive");
  }

  private long operation(Scene scene) {
    long id = db.sql("""
        insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_id, field_code, people, minutes, source, state,
          state_since, entered_by, made_at, changed_at)
        values ('تنظيف وادي بوسلام', current_date - 90, current_date - 90, 'day', '19', '1901', :organization, 'ENV', 20, 2400, 'form', 'published', now(), :owner, now(), now())
        returning id""").param("organization", scene.organization.value()).param("owner", scene.owner.value()).query(Long.class).single();
    transaction.executeWithoutResult(status -> shelf.refresh(List.of(id)));
    return id;
  }

  @Test
  void aPictureOfAnOperationGoesAlone() {
    Scene scene = new Scene(db, listings);
    long operation = operation(scene);
    UUID file = file(scene, "archive-picture");
    db.sql("insert into archive.picture (file_id, operation_id, alt, added_at) values (:file, :operation, 'أطفال يغرسون', now())").param("file", file).param("operation", operation).update();
    pictureGoes("archive-picture", file, scene, "/archive/" + operation);
  }

  @Test
  void aPictureOfADayGoesAlone() {
    Scene scene = new Scene(db, listings);
    UUID file = file(scene, "day-picture");
    long shift = db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:id, now() - interval '2 days', now() - interval '2 days' + interval '3 hours', 20)
        returning id""").param("id", scene.opportunity.value()).query(Long.class).single();
    db.sql("insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (:shift, :by, 1, 0, 0)").param("shift", shift).param("by", scene.owner.value()).update();
    db.sql("""
        insert into daybook.picture (file_id, shift_id, key, caption, public, consent_by, added_by) values (:file, :shift, :key, 'صورة جماعية', true, :by, :by)""")
        .param("file", file).param("shift", shift).param("key", "key-" + file).param("by", scene.owner.value()).update();
    pictureGoes("day-picture", file, scene, "/opportunities/" + scene.opportunity);
  }

  @Test
  void trainingsLeaveTheCatalogueAndComeBack() {
    Scene scene = new Scene(db, listings);
    long id = db.sql("""
        insert into trainings.training (organization_id, name_ar, about_ar, search_words, field_code, minutes, state, state_since, made_at, made_by)
        values (:organization, 'الإسعافات الأولية للجميع', 'نتعلم معا كيف نسعف من حولنا قبل أن يصل الأطباء', ''::tsvector, 'ENV', 180, 'open', now(), now(), :owner) returning id""")
        .param("organization", scene.organization.value()).param("owner", scene.owner.value()).query(Long.class).single();
    goesAndComesBack("training", Long.toString(id), scene, "/trainings/" + id, "/trainings");
  }

  private UUID file(Scene scene, String purpose) {
    return db.sql("insert into files.file (owner, purpose, name, content_type, bytes, sha256) values (:owner, :purpose, 'sura.jpg', 'image/jpeg', 4, sha256('RIFF')) returning id")
        .param("owner", scene.owner.value()).param("purpose", purpose).query(UUID.class).single();
  }

  private Reportable kind(String kind) {
    return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
  }

  private void goesAndComesBack(String kind, String id, Scene scene, String page, String list) {
    Visit stranger = new Visit(port);
    Reportable room = kind(kind);
    assertThat(stranger.get(page).page().select(".report a").eachAttr("href")).contains("/reports/new?kind=" + kind + "&id=" + id);
    assertThat(room.find(id)).get().satisfies(it -> {
      assertThat(it.shown()).isTrue();
      assertThat(it.people()).containsExactly(scene.owner);
      assertThat(it.wilaya()).hasToString("19");
    });
    assertThat(withhold(room, id, scene)).isTrue();
    assertThat(withhold(room, id, scene)).as("twice").isFalse();
    assertThat(room.find(id)).get().extracting(Reported::shown).isEqualTo(false);
    assertThat(stranger.get(page).status()).isEqualTo(404);
    assertThat(stranger.get(list + "?page=1").body()).doesNotContain(page + "\"");
    assertThat(release(room, id, scene)).isTrue();
    assertThat(release(room, id, scene)).as("twice").isFalse();
    assertThat(stranger.get(page).status()).isEqualTo(200);
  }

  private void pictureGoes(String kind, UUID file, Scene scene, String page) {
    Visit stranger = new Visit(port);
    Reportable room = kind(kind);
    assertThat(stranger.get(page).body()).contains("/files/" + file).contains("/reports/new?kind=" + kind + "&amp;id=" + file);
    assertThat(withhold(room, file.toString(), scene)).isTrue();
    assertThat(Visit.as(port, SignIn.account("زائر")).get(page).body()).doesNotContain("/files/" + file);
    assertThat(stranger.get("/files/" + file).status()).isEqualTo(404);
    assertThat(release(room, file.toString(), scene)).isTrue();
    assertThat(Visit.as(port, SignIn.account("زائرة")).get(page).body()).contains("/files/" + file);
  }

  private boolean withhold(Reportable room, String id, Scene scene) {
    return Boolean.TRUE.equals(transaction.execute(status -> things.withhold(new Thing(room.kind(), id), scene.supervisor, "danger", "خطر على الناس")));
  }

  private boolean release(Reportable room, String id, Scene scene) {
    return Boolean.TRUE.equals(transaction.execute(status -> things.release(new Thing(room.kind(), id), scene.supervisor, "زال السبب")));
  }
}
