package dz.linatatawwa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.Slice;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.ModelAndView;

@WorldTest
class OutboxTests {

  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @BeforeEach
  void empty() {
    db.sql("delete from notices.delivery").update();
  }

  @Test
  void isNotThereWithoutADemonstration() {
    assertThat(new Visit(port).get("/demo/outbox").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/demo/outbox.json?to=a@example.org").status()).isEqualTo(404);
  }

  @Test
  void showsTheNewestFirstAndThoseToOneContactAsPeopleTypeIt() {
    sent("email", "amina@example.org", "first", 3);
    sent("sms", "+213551234567", "second", 2);
    sent("email", "amina@example.org", "third", 1);
    assertThat(outbox().newest("")).extracting(Message::subject).containsExactly("third", "second", "first");
    assertThat(outbox().newest("Amina@Example.org ")).extracting(Message::subject).containsExactly("third", "first");
    assertThat(outbox().newest("0551 23 45 67")).extracting(Message::body).containsExactly("body of second");
    assertThat(outbox().newest("karim@example.org")).isEmpty();
  }

  @Test
  void turnsItsPages() {
    for (int i = 0; i < 31; i++) sent("email", "amina@example.org", "m" + i, 100 - i);
    Slice<Message> second = outbox().page("", 2);
    assertThat(second.total()).isEqualTo(31);
    assertThat(second.rows()).extracting(Message::subject).containsExactly("m0");
  }

  @Test
  void givesJsonToProgramsAndAPageToBrowsers() {
    sent("email", "amina@example.org", "code", 1);
    OutboxPages pages = new OutboxPages(outbox());
    assertThat(pages.show("amina@example.org", "1", "text/html,*/*")).isInstanceOf(ModelAndView.class);
    assertThat(pages.show("", "1", "*/*")).isInstanceOf(ModelAndView.class);
    assertThat(pages.show("", "1", "application/json")).isInstanceOf(ResponseEntity.class);
    Object answer = pages.show("amina@example.org", "1", "*/*");
    assertThat(((ResponseEntity<?>) answer).getBody()).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Message.class))
        .extracting(Message::to, Message::channel, Message::subject).containsExactly(org.assertj.core.groups.Tuple.tuple("amina@example.org", "email", "code"));
    assertThat(List.of("volunteer", "coordinator", "wilaya", "nation", "media", "administrator"))
        .containsExactlyElementsOf(Staff.LOGINS.stream().map(Staff.Login::role).toList());
  }

  private Outbox outbox() {
    return new Outbox(db);
  }

  private void sent(String channel, String to, String subject, int minutesAgo) {
    long notice = db.sql("insert into notices.notice (kind, title, body, language) values ('test', :subject, :body, 'ar') returning id")
        .param("subject", subject).param("body", "body of " + subject).query(Long.class).single();
    db.sql("insert into notices.delivery (notice_id, channel, address, made_at) values (:notice, :channel, :to, now() - make_interval(mins => :ago))")
        .param("notice", notice).param("channel", channel).param("to", to).param("ago", minutesAgo).update();
  }
}
