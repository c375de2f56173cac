package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server that takes the call and says nothing: letters wait, everything else goes on, and the letters go out when it speaks again. */
@WorldTest
class SlowMailTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired LetterTable letters;
  @Autowired LetterPaper paper;
  @Autowired SmsBudget budget;
  @Autowired BrowserTable browsers;
  @Autowired Pushes pushes;

  @Test
  void pagesAndTextMessagesGoOnWhileLettersWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gaveUp = new CountDownLatch(1);
    Carrier silent = Hands.carrier("email", parcel -> {
      asked.countDown();
      gaveUp.await();
      throw new IOException("no answer");
    });
    List<Parcel> texts = Hands.nothing();
    HandingOver handing = new HandingOver(List.of(silent, Hands.taking("sms", texts)), paper, budget, browsers, pushes);
    asksForACode("slow.mail@example.dz");
    Thread lane = Thread.ofVirtual().start(() -> go(handing, TestClock.one()));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    asksForACode("0770445566");
    go(handing, TestClock.one());
    assertThat(texts).as("a code by SMS does not stand behind a letter").hasSize(1);
    assertThat(letters.waiting("email")).as("the letter waits").isEqualTo(1);
    gaveUp.countDown();
    lane.join();
    assertThat(letters.waiting("email")).isEqualTo(1);
    List<Parcel> mails = Hands.nothing();
    go(new HandingOver(List.of(Hands.taking("email", mails)), paper, budget, browsers, pushes), Clock.fixed(Instant.now().plus(Duration.ofSeconds(20)), ZoneOffset.UTC));
    assertThat(mails).as("it goes out when the server speaks again").hasSize(1);
  }

  private void asksForACode(String contact) {
    db.sql("delete from accounts.allowance").update();
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    long began = System.nanoTime();
    assertThat(visit.post("/sign-in", "contact", contact).status()).isEqualTo(303);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).as("nobody waits for a mail server").isLessThan(Duration.ofSeconds(5));
  }

  private void go(HandingOver handing, Clock clock) {
    try {
      new Rounds(letters, handing, clock, Rounds.Manner.PLAIN).go();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
