package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class UnreadTests {

  @Autowired Notices notices;
  @LocalServerPort int port;

  @Test
  void theBarAboveEveryPageSaysHowManyMessagesWait() {
    AccountId amina = SignIn.account("Amina");
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/help?lang=fr").page().select(".top-inbox").text()).isEqualTo("Messages");
    for (int i = 0; i < 3; i++) notices.tell(amina, "test", "organizations.notice.role.title", "organizations.notice.role.body", null, null, "ن");
    assertThat(visit.get("/help?lang=fr").page().select(".top-unread").text()).isEqualTo("3");
    assertThat(visit.get("/help?lang=fr").page().select(".top-inbox .hidden-text").text()).isEqualTo("Messages : 3 non lus");
    notices.readAll(amina);
    assertThat(visit.get("/help?lang=fr").page().select(".top-unread")).isEmpty();
    assertThat(new Visit(port).get("/help").page().select(".top-inbox")).as("somebody without an account").isEmpty();
  }
}
