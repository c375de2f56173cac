package dz.linatatawwa.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Archive;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cards, posters and short links of everything that is passed on. */
@WorldTest
class PassingOnTests {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Dictionary dictionary;
  @Autowired Openings openings;
  @Autowired Promotion promotion;
  @Autowired CardDrawing drawing;
  long opportunity;
  List<String> things;

  @BeforeEach
  void country() {
    long owner = SignIn.account("مسؤولة الجمعية").value();
    long body = one("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state)
        values ('association', 'جمعية الأيدي', 'Association El Aydi', gen_random_uuid()::text, 'wilaya', '19', '1901', 'verified') returning id
        """);
    opportunity = one("""
        insert into opportunities.opportunity (organization_id, title, summary, field_code, wilaya_code, commune_code, min_age, answer, state, published_at, made_by)
        values (%d, 'غرس 300 شجرة مع «Les Amis de la Forêt» في عين الفوارة', 'غرس', 'ENV', '19', '1901', 15, 'by-hand', 'published', now(), %d) returning id
        """.formatted(body, owner));
    one("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (%d, now() + interval '5 days', now() + interval '5 days 3 hours', 20) returning id".formatted(opportunity));
    long campaign = one("""
        insert into opportunities.campaign (organization_id, title, starts_on, ends_on, state, published_at)
        values (%d, 'حملة الشتاء الدافئ', current_date, current_date + 30, 'published', now()) returning id
        """.formatted(body));
    long operation = one("""
        insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_name, people, source, state, state_since, entered_by, made_at, changed_at)
        values ('تنظيف شاطئ', date '2019-07-05', date '2019-07-05', 'day', '19', '1901', 'فوج الحي', 35, 'form', 'published', now(), %d, now(), now()) returning id
        """.formatted(owner));
    long story = one("""
        with a as (insert into stories.story (kind, newest, live, publish_at, made_at, changed_at) values ('news', 1, 1, now(), now(), now()) returning id)
        insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_at)
        select id, 1, 'خبر الشتاء', 'ملخص', 'نص', '', '', '', '', '', '', now() from a returning story_id
        """);
    things = List.of("/opportunities/" + opportunity, "/campaigns/" + campaign, "/badges/hours-10", "/archive/" + operation, "/stories/" + story);
  }

  @Test
  void everyThingHasACardInThreeLanguagesThatPagesName() throws Exception {
    for (String thing : things) {
      for (String language : List.of("ar", "fr", "en")) {
        HttpResponse<byte[]> card = get(thing + "/card.png?in=" + language);
        assertThat(card.statusCode()).as(thing).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(card.headers().allValues("Set-Cookie")).as("the visitor's language stays").noneMatch(cookie -> cookie.startsWith("lang="));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(card.body()));
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("1200x630");
        assertThat(card.body().length).as("messengers drop larger ones").isLessThan(300 * 1024);
      }
      var page = new Visit(port).reading("fr").get(thing).page();
      String named = page.select("meta[property=og:image]").attr("content");
      assertThat(named).contains(thing + "/card.png?lang=fr&v=");
      assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
      assertThat(get(named.substring(named.indexOf(thing))).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCardIsDrawnOnceAndAnewWhenTheThingChanges() throws Exception {
    String card = things.getFirst() + "/card.png?in=ar";
    HttpResponse<byte[]> first = get(card);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get(card, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(card).body()).isEqualTo(first.body());
    db.sql("update opportunities.opportunity set title = 'عنوان جديد تماما' where id = :id").param("id", opportunity).update();
    HttpResponse<byte[]> second = get(card, "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isNotEqualTo(first.body());
    db.sql("update opportunities.opportunity set state = 'draft' where id = :id").param("id", opportunity).update();
    for (String what : List.of("/card.png", "/poster.pdf", "/handbills.pdf", "/promotion")) assertThat(get(things.getFirst() + what).statusCode()).as(what).isEqualTo(404);
  }

  @Test
  void aCrowdThatAsksForANewCardGetsOneAndTheSame() throws Exception {
    List<Future<byte[]>> answers = new ArrayList<>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) answers.add(crowd.submit(() -> get(things.get(1) + "/card.png?in=fr").body()));
    }
    byte[] one = answers.getFirst().get();
    for (Future<byte[]> answer : answers) assertThat(answer.get()).isEqualTo(one);
  }

  @Test
  void thePosterIsKeptAndHeardAndItsCodeOpensTheShortLink() throws Exception {
    for (String thing : things) {
      HttpResponse<byte[]> pdf = get(thing + "/poster.pdf?in=ar");
      assertThat(pdf.statusCode()).as(thing).isEqualTo(200);
      String path = new Visit(port).get(thing + "/promotion").page().select(".promotion-link [data-copy]").attr("data-copy").replaceFirst("^https?://[^/]+", "");
      try (PDDocument document = Loader.loadPDF(pdf.body())) {
        assertThat(document.getNumberOfPages()).isOne();
        assertThat(new PDFTextStripper().getText(document)).contains(path);
      }
      assertThat(new Visit(port).get(path.toUpperCase(Locale.ROOT)).leadsTo()).isEqualTo(thing);
    }
    String scanned = scanned(get(things.getFirst() + "/poster.pdf?in=fr").body());
    assertThat(new Visit(port).get(scanned.substring(scanned.indexOf("/S/"))).leadsTo()).isEqualTo(things.getFirst());
    assertThat(get(things.getFirst() + "/handbills.pdf?in=ar").statusCode()).isEqualTo(200);
    Archive.keeps(get(things.getFirst() + "/poster.pdf?in=ar").body());
  }

  @Test
  void aShortLinkLeadsToThePageAndIsCountedInSumAlone() {
    String code = new ShortLink(PromotedKind.OPPORTUNITIES, opportunity).code();
    for (int i = 0; i < 3; i++) {
      Visit.Answer answer = new Visit(port).get("/s/" + code);
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.leadsTo()).isEqualTo("/opportunities/" + opportunity);
      assertThat(answer.setCookies()).isEmpty();
    }
    openings.write();
    new Visit(port).get("/s/" + code);
    assertThat(promotion.opened(new ShortLink(PromotedKind.OPPORTUNITIES, opportunity))).isEqualTo(4);
    assertThat(db.sql("select column_name from information_schema.columns where table_schema = 'promotion' order by 1").query(String.class).list()).containsExactly("kind", "number", "times");
    openings.write();
    long known = db.sql("select count(*) from promotion.opening").query(Long.class).single();
    for (String wrong : List.of("/s/aaaaaaa", "/s/" + code + "0", "/s/evil.example", "/s/" + new ShortLink(PromotedKind.CAMPAIGNS, 999_999).code(), "/s/%2f%2fevil")) {
      assertThat(new Visit(port).get(wrong).status()).as(wrong).isIn(400, 404);
    }
    openings.write();
    assertThat(db.sql("select count(*) from promotion.opening").query(Long.class).single()).isEqualTo(known);
  }

  @Test
  void sharingNeedsNobodysScripts() {
    var page = new Visit(port).get(things.getFirst()).page();
    assertThat(page.select("script[src]").eachAttr("src")).allMatch(source -> source.startsWith("/scripts/"));
    assertThat(page.select("iframe, img[src^=http]")).isEmpty();
    assertThat(page.select(".share a[href^=https://wa.me/?text=]")).hasSize(1);
    assertThat(page.select(".share a[href^='https://www.facebook.com/sharer/sharer.php?u=']")).hasSize(1);
    assertThat(page.select(".share a[target=_blank]").eachAttr("rel")).hasSize(2).allMatch(rel -> rel.contains("noopener") && rel.contains("noreferrer"));
    assertThat(page.select("[data-share-native][hidden]")).hasSize(1);
  }

  @Test
  void longMixedAndEmptyTitlesAreDrawnToo() throws IOException {
    String long_ = "اليوم الوطني للتطوع Journée nationale du bénévolat 2026 — غرس 1.500 شجرة في 12 بلدية من 08:30 إلى 16:45 ".repeat(3).strip();
    for (String title : List.of(long_, "ا".repeat(160), "W".repeat(160), "", "👩🏽‍🌾🌳", "\u202egnp.exe\u202c سطر\nثان", "ḍ ɣ ⵜⴰⵎⴰⵣⵉⵖⵜ")) {
      for (Language language : List.of(Language.AR, Language.FR)) {
        Promoted it = new Promoted(PromotedKind.STORIES, 1, "خبر · Actualité", title, List.of(Promotable.own(title), "الخميس 3 ديسمبر 2026"));
        assertThat(ImageIO.read(new ByteArrayInputStream(drawing.png(it, dictionary.in(language), "linatatawwa.dz/s/7yxasze"))).getWidth()).isEqualTo(1200);
      }
    }
  }

  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 110);
      int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)))).getText();
    }
  }

  private long one(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) request.headers(headers);
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
