package dz.linatatawwa.means.web;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Scenery;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goods and lent things, as people meet them on pages. */
@WorldTest
class MeansPagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Organizations organizations;
  @Autowired Units units;
  @Autowired Needs needs;
  @Autowired LentThings things;
  Scenery scene;
  Visit runner;
  String desk;

  @BeforeEach
  void anOrganisation() {
    scene = new Scenery(db, organizations, units, needs, things);
    runner = Visit.as(port, scene.owner);
    desk = "/organizations/" + scene.organization.id() + "/desk";
  }

  private Visit somebody() {
    return Visit.as(port, scene.people(1).getFirst());
  }

  private static String day(int ahead) {
    return Scenery.TODAY.plusDays(ahead).toString();
  }

  private static String value(Element form, String name) {
    return form.select("[name=" + name + "]").getFirst().attr("value");
  }

  @Test
  void whatIsAskedForIsPromisedTickedAndThankedFor() {
    var wrong = runner.post(desk + "/means/needs", "item", "ب", "unit", "lessons", "target", "0", "until", "أمس", "bringTo", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select(".error-summary li")).hasSize(5);
    var asked = runner.post(desk + "/means/needs", "purpose", "opportunity-" + scene.opportunity, "item", "بطانيات شتوية", "unit", "pieces", "target", "٤٠", "until", day(9), "bringTo", "مقر الجمعية");
    assertThat(asked.status()).isEqualTo(303);
    String need = asked.leadsTo().replaceFirst(".*/", "");
    assertThat(new Visit(port).get("/opportunities/" + scene.opportunity).body()).contains("بطانيات شتوية");
    assertThat(new Visit(port).get("/needs/" + need).page().select("form[action$=pledges]")).as("who is not signed in").isEmpty();

    Visit amina = somebody();
    var much = amina.post("/needs/" + need + "/pledges", "key", Scenery.key(), "amount", "41", "bringOn", day(2), "note", "أوصلها بسيارتي");
    assertThat(much.status()).isEqualTo(422);
    assertThat(much.page().getElementById("note").val()).isEqualTo("أوصلها بسيارتي");
    assertThat(much.page().select("#amount-problem")).hasSize(1);
    assertThat(amina.post("/needs/" + need + "/pledges", "key", Scenery.key(), "amount", "15", "bringOn", day(10)).status()).as("after the last day").isEqualTo(422);
    assertThat(amina.post("/needs/" + need + "/pledges", "key", Scenery.key(), "amount", "15", "bringOn", day(2), "note", "\u202eكلام").status()).isEqualTo(303);
    assertThat(amina.get("/pledges").body()).contains("بطانيات شتوية").doesNotContain("\u202e");
    assertThat(amina.get("/desk").body()).contains("بطانيات شتوية");
    assertThat(new Visit(port).get("/needs").body()).contains("بطانيات شتوية");
    assertThat(new Visit(port).get("/needs?wilaya=16").body()).doesNotContain("بطانيات شتوية");

    Element tick = runner.get(desk + "/means/needs/" + need).page().select("form[action$=deliveries]").getFirst();
    String field = tick.select("input.input").attr("name");
    var none = runner.post(tick.attr("action"), "key", Scenery.key(), "pledge", value(tick, "pledge"), field, "كثير");
    assertThat(none.status()).isEqualTo(422);
    assertThat(runner.post(tick.attr("action"), "key", value(tick, "key"), "pledge", value(tick, "pledge"), field, "10").status()).isEqualTo(303);
    assertThat(amina.get("/inbox").body()).contains("شكرًا");
    assertThat(runner.get(desk + "/means/needs/" + need).page().select("svg.means-bar rect")).hasSize(3);
    assertThat(runner.get(desk + "/means").page().select(".means-numbers").text()).contains("وصل 10");
  }

  @Test
  void theDaysScreenTicksGoodsBesidePeopleAndTheDaysBookCountsThemOnce() {
    Need need = scene.need(30, false);
    Visit amina = somebody();
    amina.post("/needs/" + need.id() + "/pledges", "key", Scenery.key(), "amount", "12", "bringOn", day(0));
    String shift = desk + "/shifts/" + scene.shift;
    Element tick = runner.get(shift).page().select("#day-goods form[action$=deliveries]").getFirst();
    runner.post(tick.attr("action"), "key", value(tick, "key"), "need", value(tick, "need"), "pledge", value(tick, "pledge"), "amount", "12", "from", "");
    runner.post(tick.attr("action"), "key", value(tick, "key"), "need", value(tick, "need"), "pledge", value(tick, "pledge"), "amount", "12", "from", "");
    assertThat(needs.find(need.id()).orElseThrow().delivered()).as("the same form twice").isEqualTo(12);
    Element use = runner.get(shift + "/closing").page().select("#day-goods form[action$=use]").getFirst();
    runner.post(use.attr("action"), "from", "closing");
    runner.post(use.attr("action"), "from", "closing");
    assertThat(goods()).containsExactly("used 12 pieces");
    var closing = runner.get(shift + "/closing").page();
    assertThat(closing.select("#day-goods form[action$=use]")).isEmpty();
    Element mistake = closing.select("#day-goods form[action$=reversal]").getFirst();
    runner.post(mistake.attr("action"), "from", "closing");
    assertThat(goods()).as("what did not come was not used").isEmpty();
    assertThat(needs.find(need.id()).orElseThrow().waiting()).isEqualTo(12);
  }

  private List<String> goods() {
    return db.sql("select kind || ' ' || quantity || ' ' || unit from daybook.goods where shift_id = :id and removed_at is null").param("id", scene.shift.value()).query(String.class).list();
  }

  @Test
  void aCampaignsBoardStandsOnItsPageAndOnTheDesk() {
    long campaign = db.sql("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at) values (:id, 'شتاء دافئ', current_date - 9, current_date + 9, 'published', now())
        returning id""").param("id", scene.organization.id().value()).query(Long.class).single();
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id = :id").param("campaign", campaign).param("id", scene.opportunity.value()).update();
    assertThat(new Visit(port).get("/campaigns/" + campaign).page().select(".means-board")).as("no goods are asked for").isEmpty();
    scene.need(30, false);
    var board = new Visit(port).get("/campaigns/" + campaign).page().select(".means-board > section");
    assertThat(board).hasSize(2);
    assertThat(board.last().text()).contains("بطانيات");
    assertThat(runner.get(desk + "/means/board/" + campaign).page().select(".means-board > section")).hasSize(2);
    assertThat(runner.get(desk + "/campaigns/" + campaign).page().select("#means-block")).hasSize(1);
    AccountId stranger = scene.ownerOf(scene.another());
    assertThat(Visit.as(port, stranger).get(desk + "/means/board/" + campaign).status()).isEqualTo(404);
  }

  @Test
  void aThingIsTakenInLabelledScannedBookedHandedOverAndTakenBack() throws IOException {
    assertThat(runner.post(desk + "/means/things", "label", "", "kind", "rocket", "keptAt", "").status()).isEqualTo(422);
    String page = runner.post(desk + "/means/things", "label", "مولد كهرباء", "kind", "tool", "wear", "good", "keptAt", "مخزن الجمعية", "forAll", "true").leadsTo();
    Thing thing = things.own(scene.organization.id(), new dz.linatatawwa.means.ThingId(Long.parseLong(page.replaceFirst(".*/", ""))));
    assertThat(runner.get(desk + "/means/labels.pdf?thing=" + thing.id()).header("content-type")).contains("application/pdf");
    assertThat(runner.get(desk + "/means/things/scan?code=" + thing.code().text().toLowerCase(java.util.Locale.ROOT)).leadsTo()).isEqualTo(page);
    assertThat(runner.get(desk + "/means/things/scan?code=LT12345678").status()).isEqualTo(422);
    assertThat(runner.get(thing.code().address()).leadsTo()).isEqualTo(page);
    assertThat(new Visit(port).get(thing.code().address()).page().select("main a[href=/organizations/" + scene.organization.id() + "]")).isNotEmpty();

    String[] span = {"fromDay", day(0), "fromTime", "00:00", "toDay", day(1), "toTime", "23:00"};
    assertThat(runner.post(page + "/bookings", "key", Scenery.key(), "purpose", "حملة", "fromDay", day(3), "fromTime", "10:00", "toDay", day(2), "toTime", "10:00").status()).isEqualTo(422);
    AccountId karim = scene.ownerOf(scene.another());
    String other = "/organizations/" + organizations.ofMember(karim).getFirst().organization().id() + "/desk/means";
    Visit borrower = Visit.as(port, karim);
    assertThat(borrower.get(other + "/lent").body()).contains("مولد كهرباء");
    String booking = borrower.post(other + "/lent/" + thing.id() + "/bookings", "key", Scenery.key(), "purpose", "إفطار جماعي", "fromDay", day(1), "fromTime", "00:30", "toDay", day(2), "toTime", "12:00").leadsTo();
    assertThat(runner.post(page + "/bookings", "key", Scenery.key(), "purpose", "حملة", span[0], day(1), span[2], "08:00", span[4], day(1), span[6], "09:00").status()).as("held").isEqualTo(422);
    String ours = desk + "/means/bookings/" + booking.replaceFirst(".*/", "");
    runner.post(ours + "/agreement");
    db.sql("update means.booking set during = tstzrange(now() - interval '1 hour', now() + interval '9 hours') where thing_id = :id").param("id", thing.id().value()).update();
    assertThat(borrower.post(booking + "/handover", "key", Scenery.key(), "wear", "good").status()).as("only the owner hands over").isEqualTo(404);
    assertThat(runner.postFile(ours + "/handover", "picture", "hal.png", "image/png", picture(), "key", Scenery.key(), "wear", "good", "words", "كل شيء فيها").status()).isEqualTo(303);
    assertThat(runner.get(desk + "/means/things").page().select(".means-thing").text()).contains("عند مستعيرها");
    String file = db.sql("select file_id::text from means.movement where file_id is not null").query(String.class).single();
    assertThat(borrower.get("/files/" + file).status()).isEqualTo(200);
    assertThat(somebody().get("/files/" + file).status()).isEqualTo(404);
    assertThat(runner.post(ours + "/takeback", "key", Scenery.key(), "wear", "damaged").status()).as("what is broken is said").isEqualTo(422);
    assertThat(runner.post(ours + "/takeback", "key", Scenery.key(), "wear", "damaged", "words", "انكسر المقبض").status()).isEqualTo(303);
    assertThat(runner.get(page).body()).contains("انكسر المقبض");
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
