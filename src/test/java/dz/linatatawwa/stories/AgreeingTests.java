package dz.linatatawwa.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody's words or face are shown without their yes, and not a moment longer. */
@WorldTest
class AgreeingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StoryDesk desk;
  @Autowired Stories stories;
  @Autowired Tellers tellers;
  @Autowired ShownPeople people;
  @Autowired StoryPictures pictures;
  @Autowired Guardians guardians;
  @Autowired Accounts accounts;
  @Autowired StoryReports reports;
  StoryScene scene;
  Visit media;
  AccountId amina;

  @BeforeEach
  void somebody() {
    scene = new StoryScene(db, desk);
    media = Visit.as(port, scene.editor);
    amina = Someone.amina().volunteer();
  }

  @Test
  void aTestimonyIsReadAnsweredShownAndGoneAtOnceWhenTheYesIsTakenBack() {
    StoryId id = scene.draft(StoryKind.TESTIMONY, "يوم في دار المسنين");
    assertThat(scene.publish(id, Instant.EPOCH)).containsExactly("stories.lack.teller");
    assertThat(media.post(id.deskPath() + "/teller", "contact", mail(amina)).status()).isEqualTo(303);
    assertThat(scene.publish(id, Instant.EPOCH)).containsExactly("stories.lack.agreement");
    Visit hers = Visit.as(port, amina);
    assertThat(hers.get("/desk").page().select("a[href=/stories/asked]").text()).contains("سؤال واحد");
    assertThat(hers.get("/stories/asked").page().select(".stories-text").text()).contains("فقرة ثانية");
    long question = scene.question(id, amina);
    assertThat(Visit.as(port, Someone.karim().volunteer()).post("/stories/asked/testimonies/" + question, "answer", "yes").status()).as("another's").isEqualTo(404);
    hers.post("/stories/asked/testimonies/" + question, "answer", "yes");
    assertThat(scene.publish(id, Instant.EPOCH)).isEmpty();
    assertThat(new Visit(port).get(id.path()).body()).contains("نُشرت بموافقة من يرويها");
    hers.post("/stories/asked/testimonies/" + question, "answer", "no");
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(404);
    assertThat(new Visit(port).get("/stories").body()).doesNotContain("يوم في دار المسنين");
    assertThat(new Visit(port).get(id.path() + "/card.png").status()).isEqualTo(404);
    assertThat(media.get(id.deskPath()).body()).contains("بلا موافقة");
    hers.post("/stories/asked/testimonies/" + question, "answer", "yes");
    assertThat(stories.shown(id)).isPresent();
  }

  @Test
  void aYesIsToTheseVeryWords() {
    StoryId id = scene.testimony("أول مرة", amina, tellers);
    scene.publish(id, Instant.EPOCH);
    desk.save(scene.editor, id, new StoryDraft(StoryKind.TESTIMONY, null, null, StoryScene.words("كلمات لم تقلها")), 1);
    assertThat(scene.publish(id, Instant.EPOCH)).containsExactly("stories.lack.agreement");
    assertThat(stories.shown(id).orElseThrow().words().ar().title()).as("what she agreed to stays").isEqualTo("أول مرة");
    assertThat(tellers.ask(scene.editor, id, Someone.karim().volunteer())).isEqualTo(Tellers.Result.ANOTHERS);
    assertThat(tellers.ask(scene.editor, id, amina)).isEqualTo(Tellers.Result.SENT);
    assertThat(tellers.ask(scene.editor, id, amina)).isEqualTo(Tellers.Result.BEFORE);
    tellers.answer(amina, scene.question(id, amina), true);
    assertThat(scene.publish(id, Instant.EPOCH)).isEmpty();
    assertThat(stories.shown(id).orElseThrow().words().ar().title()).isEqualTo("كلمات لم تقلها");
  }

  @Test
  void aMinorsTestimonyNeedsTheGuardiansConsentToPicturesAsLongAsItStands() {
    AccountId minor = Someone.amina().named("ياسين الصغير").bornIn(LocalDate.now().getYear() - 16).volunteer();
    StoryId id = scene.testimony("أصغر متطوع", minor, tellers);
    assertThat(scene.publish(id, Instant.EPOCH)).containsExactly("stories.lack.agreement");
    long guardian = Guardianship.agreed(db, minor, "والد ياسين", "wali@example.dz", "take-part", "pictures");
    assertThat(scene.publish(id, Instant.EPOCH)).isEmpty();
    assertThat(stories.shown(id)).isPresent();
    guardians.stop(guardians.find(guardian).orElseThrow());
    assertThat(stories.shown(id)).isEmpty();
    assertThat(stories.newest(100)).noneMatch(story -> story.id().equals(id));
    assertThat(new Visit(port).get(id.path()).status()).isEqualTo(404);
  }

  @Test
  void aPictureNeedsItsDescriptionInThreeLanguages() {
    StoryId id = scene.draft(StoryKind.NEWS, "خبر بصورة");
    for (String missing : new String[] {"altAr", "altFr", "altEn", "people"}) {
      Visit.Answer answer = add(id, missing.equals("altAr") ? "" : "متطوعون", missing.equals("altFr") ? " " : "des bénévoles", missing.equals("altEn") ? "" : "volunteers",
          missing.equals("people") ? "" : "no");
      assertThat(answer.status()).as(missing).isEqualTo(422);
      assertThat(answer.page().select("#" + missing + "-problem")).as(missing).hasSize(1);
    }
    assertThat(media.postFile(id.deskPath() + "/pictures", "upload", "a.png", "image/png", "<svg onload=zz()>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "altAr", "صورة", "altFr", "image",
        "altEn", "image", "people", "no").status()).isEqualTo(422);
    assertThat(pictures.of(desk.find(id))).isEmpty();
    assertThat(add(id, "ساحة نظيفة", "une place propre", "a clean square", "no").status()).isEqualTo(303);
    scene.publish(id, Instant.EPOCH);
    assertThat(new Visit(port).reading("fr").get(id.path()).page().select("figure img").attr("alt")).isEqualTo("une place propre");
    assertThat(new Visit(port).reading("ar").get(id.path()).page().select("figure img").attr("alt")).isEqualTo("ساحة نظيفة");
  }

  @Test
  void aPictureIsShownOnlyWhileEverybodyOnItAgrees() {
    StoryId id = scene.draft(StoryKind.NEWS, "خبر بوجوه");
    add(id, "متطوعة تغرس", "une bénévole plante", "a volunteer plants", "yes");
    scene.publish(id, Instant.EPOCH);
    StoryPicture picture = pictures.of(desk.find(id)).getFirst();
    String file = picture.file().address();
    assertThat(seen(id, file)).as("nobody was named").isFalse();
    media.post(id.deskPath() + "/pictures/" + picture.file() + "/people", "contact", mail(amina));
    media.post(id.deskPath() + "/pictures/" + picture.file() + "/people", "name", "جار الحي", "proof", "paper");
    assertThat(media.post(id.deskPath() + "/pictures/" + picture.file() + "/people", "name", "بلا دليل").status()).isEqualTo(422);
    assertThat(seen(id, file)).as("she has not answered").isFalse();
    Visit hers = Visit.as(port, amina);
    assertThat(hers.get(file).status()).as("who is asked sees it").isEqualTo(200);
    assertThat(Visit.as(port, Someone.karim().volunteer()).get(file).status()).isEqualTo(404);
    long asked = people.of(amina).getFirst().asked().id();
    hers.post("/stories/asked/pictures/" + asked, "answer", "yes");
    assertThat(seen(id, file)).isTrue();
    hers.post("/stories/asked/pictures/" + asked, "answer", "no");
    assertThat(seen(id, file)).as("taken back").isFalse();
    hers.post("/stories/asked/pictures/" + asked, "answer", "yes");
    long neighbour = people.of(id).stream().filter(one -> one.account() == null).findFirst().orElseThrow().asked().id();
    media.post(id.deskPath() + "/people/" + neighbour + "/withdrawal");
    assertThat(seen(id, file)).as("the neighbour took it back").isFalse();
  }

  @Test
  void aMinorOnAPictureIsShownByTheGuardiansConsentAndHiddenByEithersNo() {
    AccountId minor = Someone.amina().named("لينة الصغيرة").bornIn(LocalDate.now().getYear() - 14).volunteer();
    long guardian = Guardianship.agreed(db, minor, "والدة لينة", "waliya@example.dz", "take-part", "pictures");
    StoryId id = scene.draft(StoryKind.NEWS, "خبر بتلاميذ");
    add(id, "تلميذة تغرس", "une élève plante", "a pupil plants", "yes");
    scene.publish(id, Instant.EPOCH);
    StoryPicture picture = pictures.of(desk.find(id)).getFirst();
    people.name(scene.editor, desk.find(id), picture.file(), minor);
    assertThat(seen(id, picture.file().address())).as("the guardian's yes is enough").isTrue();
    long asked = people.of(minor).getFirst().asked().id();
    people.answer(minor, asked, false);
    assertThat(seen(id, picture.file().address())).isFalse();
    people.answer(minor, asked, true);
    assertThat(seen(id, picture.file().address())).isTrue();
    guardians.stop(guardians.find(guardian).orElseThrow());
    assertThat(seen(id, picture.file().address())).as("at once").isFalse();
  }

  @Test
  void aPictureThatIsAddedLaterWaitsForTheNextPublicationAndOneThatIsDeletedIsGoneAtOnce() {
    StoryId id = scene.news("خبر بلا صورة");
    add(id, "شجرة", "un arbre", "a tree", "no");
    String file = pictures.of(desk.find(id)).getFirst().file().address();
    assertThat(seen(id, file)).isFalse();
    assertThat(desk.find(id).hasNews()).isTrue();
    scene.publish(id, Instant.EPOCH);
    assertThat(seen(id, file)).isTrue();
    media.post(id.deskPath() + "/pictures/" + file.substring("/files/".length()) + "/removal", "_confirmed", "yes");
    assertThat(seen(id, file)).isFalse();
    assertThat(media.get(file).status()).isEqualTo(404);
  }

  @Test
  void whoLeavesTakesTheirWordsAndTheirFaceAlong() {
    AccountId leaving = Someone.amina().named("مريم الراحلة").volunteer();
    StoryId id = scene.testimony("ما عاشته مريم", leaving, tellers);
    scene.publish(id, Instant.EPOCH);
    StoryId news = scene.draft(StoryKind.NEWS, "خبر فيه وجهها");
    add(news, "مريم تغرس", "Mériem plante", "Meriem plants", "yes");
    scene.publish(news, Instant.EPOCH);
    StoryPicture picture = pictures.of(desk.find(news)).getFirst();
    people.name(scene.editor, desk.find(news), picture.file(), leaving);
    people.answer(leaving, people.of(leaving).getFirst().asked().id(), true);
    assertThat(seen(news, picture.file().address())).isTrue();
    accounts.close(leaving);
    assertThat(stories.shown(id)).isEmpty();
    assertThat(desk.find(id).words()).isEqualTo(new StoryWords(new StoryText("———", "", ""), StoryText.NONE, StoryText.NONE));
    assertThat(desk.bringBack(scene.editor, id)).as("nobody tells it").isFalse();
    assertThat(new Visit(port).get(picture.file().address()).status()).isEqualTo(404);
    assertThat(media.get(picture.file().address()).status()).as("the file itself is gone").isEqualTo(404);
    assertThat(stories.shown(news)).as("the news stays").isPresent();
    assertThat(db.sql("select count(*) from stories.agreement where account_id = :id").param("id", leaving.value()).query(Long.class).single()).isZero();
  }

  @Test
  void whatPeopleReportIsHiddenByADecisionAndComesBack() {
    StoryId id = scene.news("خبر مبلغ عنه");
    assertThat(new Visit(port).get(id.path()).page().select("a[href^=/reports/new?kind=story]")).hasSize(1);
    assertThat(reports.find(id.toString()).orElseThrow().shown()).isTrue();
    assertThat(reports.withhold(id.toString(), SignIn.account("مشرف"), "untrue", "")).isTrue();
    assertThat(stories.shown(id)).isEmpty();
    assertThat(scene.publish(id, Instant.EPOCH)).containsExactly("stories.lack.withheld");
    assertThat(reports.release(id.toString(), SignIn.account("مشرف"), "")).isTrue();
    assertThat(stories.shown(id)).isPresent();
    assertThat(reports.find("999999")).isEmpty();
  }

  private Visit.Answer add(StoryId id, String ar, String fr, String en, String who) {
    return media.postFile(id.deskPath() + "/pictures", "upload", "a.png", "image/png", StoryScene.picture(), "altAr", ar, "altFr", fr, "altEn", en, "people", who);
  }

  /** On its page, and by its own address. */
  private boolean seen(StoryId id, String file) {
    boolean onPage = new Visit(port).get(id.path()).page().select("img[src=" + file + "]").size() == 1;
    assertThat(new Visit(port).get(file).status() == 200).as("page and file say the same").isEqualTo(onPage);
    return onPage;
  }

  private String mail(AccountId person) {
    return db.sql("select email from accounts.account where id = :id").param("id", person.value()).query(String.class).single();
  }
}
