package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class NoticesTests {

  private static final Instant NOON = Instant.parse("2026-12-05T11:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Notices notices;
  @Autowired NoticeTable table;
  @Autowired LetterTable letters;
  @Autowired LetterPaper paper;
  @Autowired Accounts accounts;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void emptyQueue() {
    db.sql("delete from notices.delivery").update();
  }

  @Test
  void tellsInThePersonsOwnLanguageAndOnlyOnce() {
    AccountId karim = SignIn.account("كريم");
    accounts.speak(karim, Language.FR);
    for (int i = 0; i < 3; i++) notices.tell(karim, "test", "notices.contactChanged.title", "notices.contactChanged.email", "/contact", "once-" + karim);
    assertThat(notices.of(karim, 1).rows()).singleElement().extracting(Notice::title).isEqualTo("Les coordonnées de votre compte ont changé");
    assertThat(letters.waiting("email")).isEqualTo(1);
  }

  @Test
  void whatIsTakenBackIsNotTold() {
    AccountId amina = SignIn.account("أمينة");
    transactions.executeWithoutResult(change -> {
      notices.tell(amina, "test", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
      change.setRollbackOnly();
    });
    assertThat(notices.unread(amina)).isZero();
    assertThat(letters.waiting("email")).isZero();
  }

  @Test
  void twoPostmenAtOnceCarryEachLetterOnce() throws Exception {
    for (int i = 0; i < 200; i++) notices.send(new Contact.Email("many" + i + "@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Map<String, AtomicInteger> carried = new ConcurrentHashMap<>();
    Carrier counting = carrier("email", letter -> carried.computeIfAbsent(letter.address(), a -> new AtomicInteger()).incrementAndGet());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        threads.submit(() -> {
          Rounds rounds = new Rounds(letters, List.of(counting), Clock.systemUTC(), false);
          while (rounds.go() > 0) Thread.onSpinWait();
          return null;
        });
      }
    }
    assertThat(carried).hasSize(200);
    assertThat(carried.values()).allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
    assertThat(letters.waiting("email")).isZero();
  }

  @Test
  void triesAgainLaterAndGivesUpInTheEnd() {
    notices.send(new Contact.Email("down@example.dz"), Language.AR, "test", "notices.contactChanged.title", "notices.contactChanged.email");
    Carrier broken = carrier("email", letter -> { throw new IOException("down"); });
    Instant now = Instant.now();
    int taken = 0;
    for (int i = 0; i < 400; i++) {
      now = now.plus(Duration.ofMinutes(1));
      taken += new Rounds(letters, List.of(broken), Clock.fixed(now, ZoneOffset.UTC), false).go();
    }
    assertThat(taken).isEqualTo(Rounds.LAST_TRY);
    assertThat(db.sql("select failed from notices.delivery where address = 'down@example.dz'").query(String.class).single()).isEqualTo("IOException");
  }

  @Test
  void aCodeIsNotReadableOnceItIsOut() {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "secret@example.dz");
    String code = SignIn.code("secret@example.dz");
    List<String> seen = new CopyOnWriteArrayList<>();
    new Rounds(letters, List.of(carrier("email", letter -> seen.add(letter.body()))), Clock.systemUTC(), false).go();
    assertThat(seen).singleElement().asString().contains(code);
    assertThat(db.sql("select count(*) from notices.notice where position(:code in body) > 0 or position(:code in title) > 0").param("code", code)
        .query(Integer.class).single()).isZero();
    assertThat(visit.post("/sign-in/code", "code", code).leadsTo()).isEqualTo("/join");
  }

  @Test
  void aCodeThatWaitedTooLongIsNeitherSentNorReadable() {
    notices.send(new Contact.Email("slow@example.dz"), Language.AR, Sending.CODE, "notices.code.title", "notices.code.email", 111222, "x");
    db.sql("update notices.notice set made_at = made_at - interval '1 hour' where kind = 'code'").update();
    List<String> seen = new CopyOnWriteArrayList<>();
    new Rounds(letters, List.of(carrier("email", letter -> seen.add(letter.body()))), Clock.systemUTC(), false).go();
    assertThat(seen).isEmpty();
    assertThat(db.sql("select body from notices.notice n join notices.delivery d on d.notice_id = n.id where address = 'slow@example.dz'")
        .query(String.class).single()).isEmpty();
  }

  @Test
  void atNightAMessageToAPhoneWaitsForTheMorningUnlessItIsACode() {
    assertThat(QuietHours.after(NOON)).isEqualTo(NOON);
    assertThat(QuietHours.after(Instant.parse("2026-12-05T21:30:00Z"))).isEqualTo(Instant.parse("2026-12-06T06:00:00Z"));
    assertThat(QuietHours.after(Instant.parse("2026-12-06T03:00:00Z"))).isEqualTo(Instant.parse("2026-12-06T06:00:00Z"));
    assertThat(QuietHours.after(Instant.parse("2026-12-06T06:00:00Z"))).isEqualTo(Instant.parse("2026-12-06T06:00:00Z"));
    notices.send(new Contact.Phone("+213551999888"), Language.AR, Sending.CODE, "notices.code.title", "notices.code.sms", "x", "y");
    assertThat(db.sql("select next_try <= now() from notices.delivery where channel = 'sms'").query(Boolean.class).single()).isTrue();
  }

  @Test
  void sendsMailAsTextAndHtmlFromRightToLeft() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      JavaMailSenderImpl sender = new JavaMailSenderImpl();
      sender.setHost("127.0.0.1");
      sender.setPort(server.getSmtp().getPort());
      new MailCarrier(sender, paper, "linatatawwa@example.dz").carry(letter("email", "amina@example.dz", "فرصة جديدة\r\nBcc: x@example.dz", "/opportunities/7"));
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getAllRecipients()).hasSize(1);
      assertThat(received.getSubject()).contains("فرصة جديدة");
      String whole = decoded(received);
      assertThat(whole).contains("dir=\"rtl\"").contains("/opportunities/7").contains("أهلا");
    } finally {
      server.stop();
    }
  }

  @Test
  void sendsMessagesThroughTheGatewayOfTheSettings() throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    List<String> keys = new CopyOnWriteArrayList<>();
    AtomicInteger answer = new AtomicInteger(202);
    HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    gateway.createContext("/send", exchange -> {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
      exchange.sendResponseHeaders(answer.get(), -1);
      exchange.close();
    });
    gateway.start();
    try {
      SmsCarrier sms = new SmsCarrier(paper, "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send", "Bearer key", SmsCarrier.USUAL_BODY);
      sms.carry(letter("sms", "+213551234567", "x", "/inbox"));
      assertThat(keys).containsExactly("Bearer key");
      assertThat(bodies.getFirst()).contains("\"to\":\"+213551234567\"").contains("أهلا \\\"بكم\\\"\\n").contains("/inbox");
      answer.set(500);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> sms.carry(letter("sms", "+213551234567", "x", null))).isInstanceOf(IOException.class);
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void aCodeBySmsEndsWithTheLineThatPhonesRead() {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "0770112233");
    String body = db.sql("select n.body from notices.notice n join notices.delivery d on d.notice_id = n.id where d.address = '+213770112233'").query(String.class).single();
    assertThat(body.lines().toList().getLast()).isEqualTo("@localhost #" + SignIn.code("+213770112233"));
  }

  @Test
  void theInboxShowsWhatWasToldAndOpensWhereOneCanAct() {
    AccountId amina = SignIn.account("أمينة");
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/inbox").page().selectFirst(".empty")).isNotNull();
    notices.tell(amina, "test", "notices.contactChanged.title", "notices.contactChanged.email", "/contact", null);
    assertThat(visit.get("/inbox").page().select(".notices-unread")).hasSize(1);
    String action = visit.get("/inbox").page().selectFirst("form[action$=/reading]").attr("action");
    assertThat(Visit.as(port, SignIn.account("كريم")).post(action).status()).isEqualTo(404);
    assertThat(visit.post(action).leadsTo()).isEqualTo("/contact");
    assertThat(visit.get("/inbox").page().select(".notices-unread")).isEmpty();
    assertThat(visit.get("/inbox?page=99").status()).isEqualTo(200);
  }

  @Test
  void forgetsWhatWasSaidToSomebodyWhoLeft() {
    AccountId leaver = SignIn.account("سليم");
    notices.tell(leaver, "test", "notices.contactChanged.title", "notices.contactChanged.email", null, null);
    accounts.close(leaver);
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id").param("id", leaver.value()).query(Integer.class).single()).isZero();
    assertThat(accounts.names(List.of(leaver))).containsEntry(leaver, "—");
  }

  private interface Carrying {
    void carry(Letter letter) throws Exception;
  }

  private static Carrier carrier(String channel, Carrying deed) {
    return new Carrier() {
      @Override
      public String channel() {
        return channel;
      }

      @Override
      public void carry(Letter letter) throws Exception {
        deed.carry(letter);
      }
    };
  }

  private static Letter letter(String channel, String address, String title, @org.jspecify.annotations.Nullable String link) {
    return new Letter(7, channel, address, 1, "test", title, "أهلا \"بكم\"", link, Language.AR, NOON);
  }

  private static String decoded(MimeMessage message) throws Exception {
    StringBuilder whole = new StringBuilder();
    collect(message.getContent(), whole);
    return whole.isEmpty() ? GreenMailUtil.getBody(message) : whole.toString();
  }

  private static void collect(Object content, StringBuilder whole) throws Exception {
    if (content instanceof jakarta.mail.Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) collect(parts.getBodyPart(i).getContent(), whole);
    } else {
      whole.append(content);
    }
  }
}
