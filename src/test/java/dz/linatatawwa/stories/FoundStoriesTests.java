package dz.linatatawwa.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.search.SearchKeeping;
import dz.linatatawwa.search.SearchOverAll;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.world.Guardianship;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search over all, the feeds and the map of the site know the stories that everybody may read, and no others. */
@WorldTest
class FoundStoriesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired StoryDesk desk;
  @Autowired Tellers tellers;
  @Autowired StoryReports reports;
  @Autowired StoryHours hours;
  @Autowired Guardians guardians;
  @Autowired Accounts accounts;
  @Autowired SearchKeeping keeping;
  @Autowired SearchOverAll search;
  StoryScene scene;

  @BeforeEach
  void somebody() {
    scene = new StoryScene(db, desk);
  }

  @Test
  void aDraftIsNotFoundAPublishedOneIsAndATakenBackOneVanishes() {
    StoryId id = scene.draft(StoryKind.NEWS, "قافلة الهدهد تصل");
    assertThat(found("الهدهد")).isZero();
    scene.publish(id, Instant.EPOCH);
    assertThat(found("الهدهد")).isEqualTo(1);
    assertThat(found("سطيف الهدهد")).as("by its place").isEqualTo(1);
    assertEverywhere(id, true);
    assertThat(new Visit(port).get("/feeds/stories.rss?wilaya=16").body()).doesNotContain(id.path());
    assertThat(new Visit(port).get("/search?q=%D8%A7%D9%84%D9%87%D8%AF%D9%87%D8%AF").page().select("section[aria-labelledby=story] a").eachAttr("href")).contains(id.path());
    desk.takeBack(scene.editor, id);
    assertThat(found("الهدهد")).isZero();
    assertEverywhere(id, false);
    desk.bringBack(scene.editor, id);
    assertThat(found("الهدهد")).isEqualTo(1);
    reports.withhold(id.toString(), scene.editor, "untrue", "");
    assertThat(found("الهدهد")).isZero();
    reports.release(id.toString(), scene.editor, "");
    assertThat(found("الهدهد")).isEqualTo(1);
  }

  @Test
  void wordsThatWereNotPublishedYetAreNotFound() {
    StoryId id = scene.news("بجعة فوق البحيرة");
    desk.save(scene.editor, id, new StoryDraft(StoryKind.NEWS, null, null, new StoryWords(new StoryText("نسر فوق البحيرة", "", "**كلمة** بارزة."), StoryText.NONE, StoryText.NONE)), 1);
    assertThat(found("بجعة")).isEqualTo(1);
    assertThat(found("نسر")).isZero();
    scene.publish(id, Instant.EPOCH);
    assertThat(found("نسر")).isEqualTo(1);
    assertThat(found("بجعة")).isZero();
    assertThat(search.find("نسر", "story", null).page().getFirst().about().ar()).as("how the words begin, without marks").isEqualTo("كلمة بارزة.");
  }

  @Test
  void aStoryOfALaterHourIsFoundWhenItsHourHasCome() {
    StoryId id = scene.draft(StoryKind.NEWS, "لقلق في موعده");
    scene.publish(id, Instant.now().plus(Duration.ofHours(2)));
    assertThat(found("لقلق")).isZero();
    db.sql("update stories.story set publish_at = now() - interval '1 minute' where id = :id").param("id", id.value()).update();
    assertThat(found("لقلق")).as("nobody said it").isZero();
    hours.strike();
    assertThat(found("لقلق")).isEqualTo(1);
    assertThat(hours.restless()).contains(id.value());
  }

  @Test
  void aTestimonyVanishesWithTheYesOfItsTellerOrOfTheirGuardianAndWhenTheyLeave() {
    AccountId amina = Someone.amina().volunteer();
    StoryId hers = scene.testimony("ما رواه القطرس", amina, tellers);
    scene.publish(hers, Instant.EPOCH);
    assertThat(found("القطرس")).isEqualTo(1);
    tellers.answer(amina, scene.question(hers, amina), false);
    assertThat(found("القطرس")).isZero();
    tellers.answer(amina, scene.question(hers, amina), true);
    assertThat(found("القطرس")).isEqualTo(1);
    accounts.close(amina);
    assertThat(found("القطرس")).isZero();

    AccountId minor = Someone.amina().named("ياسين الفتى").bornIn(LocalDate.now().getYear() - 16).volunteer();
    long guardian = Guardianship.agreed(db, minor, "والد ياسين", "wali-found@example.dz", "take-part", "pictures");
    StoryId his = scene.testimony("ما رآه الخطاف", minor, tellers);
    scene.publish(his, Instant.EPOCH);
    assertThat(found("الخطاف")).isEqualTo(1);
    guardians.stop(guardians.find(guardian).orElseThrow());
    assertThat(found("الخطاف")).isZero();
    assertThat(keeping.rebuild()).as("rows that were not as the room says").isZero();
  }

  private int found(String typed) {
    keeping.bringOn();
    return search.find(typed, "story", null).groups().stream().filter(group -> group.kind().equals("story")).mapToInt(group -> group.total()).sum();
  }

  /** In both feeds and in the map of the site, or in none of them. */
  private void assertEverywhere(StoryId id, boolean there) {
    for (String path : new String[] {"/feeds/stories.atom", "/feeds/stories.rss?wilaya=19", "/sitemap-1.xml"}) {
      assertThat(new Visit(port).get(path).body().contains(id.path() + "<")).as(path).isEqualTo(there);
    }
  }
}
