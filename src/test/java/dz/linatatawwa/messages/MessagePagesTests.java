package dz.linatatawwa.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages, as people meet them on pages. */
@WorldTest
class MessagePagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Matters matters;

  Correspondents all;
  Visit amina;
  Visit desk;
  String messages;

  @BeforeEach
  void people() {
    all = new Correspondents(db);
    amina = Visit.as(port, all.amina);
    desk = Visit.as(port, all.coordinator);
    messages = "/organizations/" + all.organization + "/desk/messages";
  }

  private String asked(String words) {
    return amina.post("/messages", "opportunity", all.opportunity.toString(), "words", words, "key", Correspondents.key()).leadsTo();
  }

  @Test
  void whoWaitsForAnAnswerStandsOnTheDeskOfThoseWhoMayGiveIt() {
    assertThat(desk.get("/desk").page().select("#awaited-messages")).isEmpty();
    String conversation = asked("أين نلتقي؟");
    var own = desk.get("/desk").page();
    assertThat(own.select("section:has(#awaited-messages) a").eachAttr("href")).containsExactly(messages);
    assertThat(own.select("section:has(#awaited-messages) li").text()).contains("متطوع ينتظر جوابًا");
    assertThat(amina.get("/desk").page().select("#awaited-messages")).as("who waits").isEmpty();
    desk.post(messages + conversation.substring("/messages".length()) + "/answers", "words", "أمام البلدية", "key", Correspondents.key());
    assertThat(desk.get("/desk").page().select("#awaited-messages")).as("answered").isEmpty();
  }

  @Test
  void fromTheOpportunityToTheAnswerWithoutScripts() {
    var offer = new Visit(port).get("/opportunities/" + all.opportunity).page();
    String ask = offer.select("main a[href^=/messages/new]").attr("href");
    assertThat(new Visit(port).get(ask).leadsTo()).as("who is not signed in comes back here").startsWith("/sign-in?to=");
    assertThat(amina.get("/messages").page().select(".empty")).hasSize(1);
    Element form = amina.get(ask).page().select("form[action=/messages]").getFirst();
    assertThat(form.attr("data-draft")).as("the draft is kept").isNotEmpty();
    String key = form.select("[name=key]").val();
    var bad = amina.post("/messages", "opportunity", all.opportunity.toString(), "key", key, "words", "ادفع \u202e001");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("textarea[name=words]").text()).contains("001");
    String conversation = amina.post("/messages", "opportunity", all.opportunity.toString(), "key", key, "words", "أين نلتقي؟ <b>https://example.org/a</b>").leadsTo();
    assertThat(conversation).matches("/messages/[0-9a-f-]{36}");
    var shown = amina.get(conversation).page();
    assertThat(shown.select(".messages-words").text()).contains("<b>https://example.org/a</b>");
    assertThat(shown.select(".messages-words a, .messages-words b")).as("links are text").isEmpty();
    assertThat(amina.get(ask).leadsTo()).as("asked again it goes on").isEqualTo(conversation);

    assertThat(desk.get("/organizations/" + all.organization + "/desk").page().select("#desk-messages + p a").attr("href")).isEqualTo(messages);
    assertThat(desk.get(messages).page().select(".messages-row h2").text()).contains("أمينة بلقاسم");
    String here = messages + conversation.substring("/messages".length());
    assertThat(desk.post(here + "/answers", "words", "", "key", Correspondents.key()).status()).isEqualTo(422);
    assertThat(desk.post(here + "/answers", "words", "أمام الباب", "key", Correspondents.key()).status()).isEqualTo(303);
    assertThat(desk.get(messages).page().select(".messages-row")).as("nobody waits").isEmpty();
    assertThat(amina.get("/desk").page().select("#my-messages")).hasSize(1);
    assertThat(amina.get("/messages?q=حديقة").page().select(".messages-unread")).hasSize(1);
    assertThat(amina.get(conversation).page().select(".messages-one:not(.messages-mine) .messages-who").text()).contains("جمعية الأفق").contains("كمال المنسق");
    assertThat(amina.get("/desk").page().select("#my-messages")).isEmpty();
    for (String language : new String[] {"fr", "en"}) assertThat(amina.reading(language).get(conversation).status()).isEqualTo(200);
  }

  @Test
  void whatIsAnothersLooksAsIfItWereNotThere() {
    String conversation = asked("سؤال");
    Visit stranger = Visit.as(port, new Correspondents(db).owner);
    assertThat(stranger.get(conversation).status()).isEqualTo(404);
    assertThat(stranger.get(messages).status()).isEqualTo(404);
    assertThat(stranger.post(conversation + "/silence").status()).isEqualTo(404);
    assertThat(amina.get("/messages/" + Correspondents.key()).status()).isEqualTo(404);
    assertThat(amina.get("/messages/new?opportunity=99999999999").status()).isEqualTo(404);
    assertThat(amina.get("/messages/new").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("بلا ملف")).post("/messages", "opportunity", all.opportunity.toString(), "words", "سؤال").status()).as("who is no volunteer yet").isEqualTo(422);
    assertThat(amina.get("/messages?before=x&q=" + "ب".repeat(500)).status()).isEqualTo(200);
  }

  @Test
  void whoIsBlockedReadsWhyPolitelyAndBothSidesCanTakeItBack() {
    String conversation = asked("سؤال");
    String here = messages + conversation.substring("/messages".length());
    assertThat(desk.post(here + "/block", "why", "angry").leadsTo()).endsWith("#closing");
    desk.post(here + "/block", "why", "pressure");
    var blocked = amina.get(conversation).page();
    assertThat(blocked.select("#write")).isEmpty();
    assertThat(blocked.select(".notice-waiting").text()).contains("ضغط أو إلحاح");
    var refused = amina.post(conversation + "/messages", "words", "لماذا؟", "key", Correspondents.key());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".messages-words").text()).as("what was typed is not lost").contains("لماذا؟");
    desk.post(here + "/block/ending");
    assertThat(amina.post(conversation + "/silence").leadsTo()).isEqualTo(conversation);
    assertThat(amina.get(conversation).page().select("form[action$=/silence/ending]")).as("the undo, and the way back").hasSize(2);
    assertThat(desk.get(here).page().select("#write")).isEmpty();
    amina.post(conversation + "/silence/ending");
    desk.post(here + "/closing", "code", "over");
    assertThat(amina.get(conversation).page().select(".notice-waiting").text()).contains("انتهى النشاط");
    desk.post(here + "/assignment", "to", all.owner.toString());
    assertThat(desk.get(here).page().select("select[name=to] option[selected]").val()).isEqualTo(all.owner.toString());
  }

  @Test
  void aReportedMessageIsReadByItsSupervisorThroughTheDoorAndHiddenWithItsWords() {
    String conversation = asked("سؤال");
    String here = messages + conversation.substring("/messages".length());
    desk.post(here + "/answers", "words", "عبارة مؤذية", "key", Correspondents.key());
    String report = amina.get(conversation).page().select(".messages-foot a").attr("href");
    String mark = report.replaceFirst(".*id=", "");
    AccountId supervisor = SignIn.account("فريد المشرف");
    Office.give(supervisor, "19");
    Visit office = Visit.as(port, supervisor);
    assertThat(office.get("/messages/at/" + mark).status()).as("nobody reported it").isEqualTo(404);
    assertThat(amina.get(report).page().select("h1")).isNotEmpty();
    amina.post("/reports", "kind", "message", "id", mark, "reason", "other", "words", "كلام لا يليق");
    assertThat(office.get("/messages/at/" + mark).leadsTo()).startsWith("/accesses/new");
    assertThat(office.open("/messages/at/" + mark).page().select(".messages-marked .messages-words").text()).isEqualTo("عبارة مؤذية");
    AccountId far = SignIn.account("هواري المشرف");
    Office.give(far, "31");
    assertThat(Visit.as(port, far).get("/messages/at/" + mark).status()).isEqualTo(404);
    assertThat(amina.get("/messages/at/" + mark).leadsTo()).startsWith(conversation);
    assertThat(desk.get("/messages/at/" + mark).leadsTo()).startsWith(here);
    long concern = db.sql("select id from reports.concern where thing_kind = 'message' and thing_id = :mark").param("mark", mark).query(Long.class).single();
    Scene.decide(matters, supervisor, "report", concern, "withheld", "other");
    assertThat(amina.get(conversation).body()).doesNotContain("عبارة مؤذية");
    assertThat(desk.get(here).body()).doesNotContain("عبارة مؤذية");
  }

  @Test
  void aCircularIsWrittenFromATemplateLookedAtSentAndTakenBack() {
    for (AccountId person : all.scene.volunteers(6)) all.scene.seat(all.shift, person);
    String circulars = messages + "/circulars";
    assertThat(desk.get("/organizations/" + all.organization + "/desk/opportunities/" + all.opportunity).page().select("#messages-block a[href*=circulars/new]")).hasSize(1);
    var form = desk.get(circulars + "/new?reach=shift-" + all.shift + "&template=given-reminder").page();
    assertThat(form.select("textarea[name=bodyAr]").text()).contains("[المكان]");
    assertThat(form.select("select[name=reach] option[selected]").val()).isEqualTo("shift-" + all.shift);
    var wrong = desk.post(circulars + "/preview", "reach", "shift-x", "titleAr", "", "bodyAr", "نص كُتب", "titleFr", "Titre seul");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select(".has-problem")).hasSize(3);
    assertThat(wrong.page().select("textarea[name=bodyAr]").text()).isEqualTo("نص كُتب");
    String[] fields = {"reach", "shift-" + all.shift, "titleAr", "موعدنا [اليوم]", "bodyAr", "نلتقي [الوقت] في [المكان]"};
    var preview = desk.post(circulars + "/preview", fields).page();
    assertThat(preview.select(".notice").text()).contains("6");
    assertThat(preview.select(".messages-words").text()).contains("باب بسكرة");
    assertThat(desk.post(circulars + "/changing", fields).page().select("textarea[name=bodyAr]").text()).isEqualTo("نلتقي [الوقت] في [المكان]");
    String sent = desk.post(circulars, fields).leadsTo();
    assertThat(sent).matches(".*/circulars/\\d+");
    var shown = desk.get(sent).page();
    assertThat(shown.select("form[action$=/stop]")).as("the undo of the flash, and the button").hasSize(2);
    assertThat(desk.post(sent + "/stop").status()).isEqualTo(303);
    assertThat(desk.get(sent).page().text()).contains("لم يصل إلى أحد");
    assertThat(desk.get(circulars).page().select(".messages-row")).hasSize(1);
    assertThat(Visit.as(port, new Correspondents(db).owner).get(sent).status()).isEqualTo(404);
    desk.post(circulars + "/templates", "label", "تذكيرنا", "titleAr", "عنوان", "bodyAr", "نص");
    assertThat(desk.post(circulars + "/templates", "label", "تذكيرنا", "titleAr", "عنوان", "bodyAr", "نص").status()).as("the name is taken").isEqualTo(422);
    String own = desk.get(circulars + "/templates").page().select("form[action$=/removal]").attr("action");
    assertThat(desk.post(own).status()).isEqualTo(303);
    assertThat(desk.post(own).status()).isEqualTo(404);
    desk.post(own.replace("/removal", "/return"));
    assertThat(desk.get(circulars + "/templates").page().select("form[action$=/removal]")).hasSize(1);
  }
}
