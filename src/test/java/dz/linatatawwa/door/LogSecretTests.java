package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that opens a door, once through the doors with the log as loud as our own code can be: what happened stands there, what opens does not. */
@WorldTest
class LogSecretTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("dz.linatatawwa");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> reader = new AppenderBase<>() {
    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  };

  @BeforeEach
  void listen() {
    db.sql("delete from accounts.allowance").update();
    ours.setLevel(Level.TRACE);
    reader.setContext(root.getLoggerContext());
    reader.start();
    root.addAppender(reader);
  }

  @AfterEach
  void leave() {
    root.detachAppender(reader);
    reader.stop();
    ours.setLevel(null);
  }

  @Test
  void noSecretOfTheDoorsIsInTheLog() {
    String phone = "+213661730001";
    String email = "log-secret@example.dz";
    String fresh = "log-fresh@example.dz";
    AccountId amina = accounts.openOrFind(new Contact.Phone(phone), "أمينة السر", Language.AR);
    db.sql("update accounts.account set email = :email where id = :id").param("email", email).param("id", amina.value()).update();
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", phone);
    String ticket = visit.cookies().get("ticket");
    String code = SignIn.code(phone);
    visit.post("/sign-in/code", "code", code.equals("000000") ? "000001" : "000000");
    visit.post("/sign-in/code", "code", code);
    String session = visit.cookies().get(SignIn.COOKIE);
    assertThat(session).isNotNull();
    visit.get("/authenticator");
    visit.post("/second-step", "code", "ABCDE-23456");
    visit.get("/contact");
    visit.post("/contact", "contact", fresh);
    String second = SignIn.code(fresh);
    visit.post("/contact/code", "code", second);
    String undo = db.sql("select n.link from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :a and n.kind = 'contact-changed'").param("a", email)
        .query(String.class).single();
    new Visit(port).get(undo);
    new Visit(port).post(undo);
    for (int i = 0; i < 3; i++) {
      Visit other = new Visit(port);
      other.get("/sign-in");
      other.post("/sign-in", "contact", phone);
    }
    visit.postBare("/contact/language", "language=fr");

    String all = String.join("\n", lines);
    assertThat(all).contains("signed-in", "code-wrong", "second-wrong", "contact-put", "contact-undone", "limit-reached", "deed-refused");
    for (String secret : List.of(session, ticket, undo.substring(undo.lastIndexOf('/') + 1), visit.token(), "ABCDE-23456", phone, "0661730001", email, fresh, "أمينة السر")) {
      assertThat(all).as("a secret or a contact").doesNotContain(secret);
    }
    assertThat(all).doesNotContainPattern("(?<![0-9])(" + code + "|" + second + ")(?![0-9])");
  }
}
