package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The archive's feed as an independent reader reads it, and the archive by place. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveFeedTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired ListedOperations shelf;
  @Autowired OperationSearch search;

  ArchiveScene scene;
  OperationId pines;
  OperationId beach;

  @BeforeAll
  void twoOperations() {
    scene = new ArchiveScene(db);
    pines = scene.published(shelf, "غرس <الصنوبر> & الزيتون", "2019-12-05", "19", "1901", "جمعية البيئة");
    beach = scene.published(shelf, "Nettoyage de la plage", "2021-07-10", "16", "1601", "Éco-Alger");
    db.sql("update archive.operation set state_since = now() - interval '3 days' where id = :id").param("id", beach.value()).update();
    db.sql("update archive.operation set about = 'خرجنا صباحًا' where id = :id").param("id", pines.value()).update();
    shelf.refresh(List.of(pines.value(), beach.value()));
  }

  @Test
  void whatCameLastStandsFirstWithItsWordsWhole() {
    List<Item> items = read("/archive/feed.atom");
    assertThat(items).hasSize(2);
    Item first = items.getFirst();
    assertThat(first.getTitle()).contains("غرس <الصنوبر> & الزيتون");
    assertThat(first.getGuid().orElseThrow()).endsWith("/archive/" + pines);
    assertThat(first.getLink()).isEqualTo(first.getGuid());
    assertThat(first.getDescription().orElseThrow()).contains("2019").contains("خرجنا صباحًا").contains("سطيف");
    assertThat(first.getPubDateZonedDateTime()).isPresent();
    assertThat(first.getChannel().getTitle()).isNotBlank();
    assertThat(items.get(1).getTitle()).contains("Nettoyage de la plage");
    assertThat(new Visit(port).get("/archive/feed.atom").header("Content-Type").orElseThrow()).startsWith("application/atom+xml");
  }

  @Test
  void aWilayaAFieldOrWordsAreFollowedByThemselves() {
    assertThat(read("/archive/feed.atom?wilaya=16")).extracting(item -> item.getTitle().orElse("")).containsExactly("Nettoyage de la plage");
    assertThat(read("/archive/feed.atom?q=plage")).hasSize(1);
    assertThat(read("/archive/feed.atom?year=1999")).isEmpty();
    assertThat(read("/archive/feed.atom?wilaya=nowhere&after=x&year=-1")).as("nonsense leaves nothing out").hasSize(2);
    Document list = new Visit(port).get("/archive?wilaya=16").page();
    assertThat(list.select("link[type=application/atom+xml]").attr("href")).isEqualTo("/archive/feed.atom?wilaya=16");
    OperationId gone = scene.published(shelf, "حملة تشجير", "2020-03-01", "31", "3101", "");
    assertThat(read("/archive/feed.atom?wilaya=31")).hasSize(1);
    db.sql("update archive.operation set state = 'withdrawn' where id = :id").param("id", gone.value()).update();
    shelf.refresh(List.of(gone.value()));
    assertThat(read("/archive/feed.atom?wilaya=31")).as("what was withdrawn is gone").isEmpty();
  }

  @Test
  void theMapTheListAndTheTimeLineSayTheSame() {
    Document page = new Visit(port).get("/archive?view=places").page();
    assertThat(page.select(".tilemap a")).hasSize(69);
    for (Map.Entry<String, Long> place : search.byWilaya(null, null).entrySet()) {
      if (place.getKey().isEmpty()) continue;
      assertThat(page.select(".tilemap a[href=/archive?wilaya=" + place.getKey() + "]").hasClass("tilemap-shade0")).isFalse();
      assertThat(page.select(".archive-places a[href=/archive?wilaya=" + place.getKey() + "] b").text()).isEqualTo(Long.toString(place.getValue()));
      assertThat(new Visit(port).get("/archive?wilaya=" + place.getKey()).page().select(".archive-line .archive-card")).hasSize(place.getValue().intValue());
    }
    Document narrowed = new Visit(port).get("/archive?view=places&year=2021").page();
    assertThat(narrowed.select(".tilemap a:not(.tilemap-shade0)")).hasSize(1);
    assertThat(narrowed.select(".tilemap a").attr("href")).contains("year=2021");
    assertThat(page.getAllElements()).hasSizeLessThanOrEqualTo(800);
  }

  private List<Item> read(String path) {
    return new RssReader().read(new ByteArrayInputStream(new Visit(port).get(path).body().getBytes(StandardCharsets.UTF_8))).toList();
  }
}
