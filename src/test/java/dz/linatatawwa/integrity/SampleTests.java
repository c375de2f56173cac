package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The sample: drawn, asked back, answered with one tap, published. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTests {

  private static final Draw ALL = new Draw("5eed".repeat(16), 1_000);

  @Autowired JdbcClient db;
  @Autowired JsonMapper json;
  @Autowired Samples samples;
  @Autowired SampleTable table;
  @Autowired SampleCommand command;
  @LocalServerPort int port;

  @Test
  void peopleAreAskedOnceAnswerWithOneTapAndTheRateIsPublished() {
    db.sql("delete from integrity.sample").update();
    db.sql("delete from integrity.draw").update();
    Instant confirmed = Instant.now().minus(Duration.ofDays(3));
    Country country = new Country(db, json);
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    long shift = country.shift(country.opportunity(organization, Country.SETIF), confirmed.minus(Duration.ofHours(30)), Duration.ofHours(4));
    List<Long> people = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      long one = country.volunteer();
      people.add(one);
      country.claim(one, shift).confirmed(coordinator, Duration.ofHours(24)).note();
    }
    country.write();
    Instant from = confirmed.minus(Duration.ofDays(3));
    Instant until = confirmed.plus(Duration.ofDays(1));
    assertThat(samples.draw(ALL, from, until)).isEqualTo(25);
    assertThat(db.sql("select count(*) from notices.notice where kind = 'hours-sample' and account_id = any(:people)").param("people", people.toArray(Long[]::new))
        .query(Long.class).single()).isEqualTo(25);
    assertThat(command.run(List.of("repeat"))).as("every draw can be made again").isZero();

    String ledger = ledger();
    String link = link(people.getFirst());
    assertThat(Visit.as(port, new AccountId(people.get(1))).get(link).status()).as("somebody else's").isEqualTo(404);
    assertThat(new Visit(port).get(link).status()).as("asks to sign in").isEqualTo(303);
    Visit first = Visit.as(port, new AccountId(people.getFirst()));
    assertThat(first.get(link).page().select("form[action$=/answer]")).hasSize(2);
    assertThat(db.sql("select count(*) from integrity.sample where answer is not null").query(Long.class).single()).as("looking answers nothing").isZero();
    assertThat(first.post(link + "/answer", "answer", "no").leadsTo()).isEqualTo(link);
    assertThat(first.get(link).page().select("a[href^=/contests/new?claim=]")).as("a no leads to a contest").hasSize(1);
    first.post(link + "/answer", "answer", "yes");
    assertThat(db.sql("select answer from integrity.sample where volunteer_id = :person").param("person", people.getFirst()).query(String.class).single())
        .as("the first answer counts").isEqualTo("no");
    assertThat(samples.rate().shown()).as("too few answers to say anything").isFalse();
    for (long person : people.subList(1, 20)) samples.answer(new AccountId(person), Long.parseLong(link(person).replaceAll(".*/", "")), true);
    assertThat(ledger()).as("answers change no hour").isEqualTo(ledger);

    SampleRate rate = samples.rate();
    assertThat(rate.answered()).isEqualTo(20);
    assertThat(rate.confirmed()).isEqualTo(19);
    assertThat(rate.asked()).as("who still has time is not counted as silent").isEqualTo(20);
    assertThat(rate.confirmedShare()).isEqualTo(0.95);
    db.sql("update integrity.sample set due_at = now() - interval '1 hour' where answer is null").update();
    assertThat(samples.rate().asked()).isEqualTo(25);
    assertThat(samples.rate().answeredShare()).isEqualTo(0.8);
  }

  @Test
  void aDrawNeverAsksTwiceAndTellsWhenItsPopulationWasTouched() {
    Instant confirmed = Instant.now().minus(Duration.ofDays(60));
    Country country = new Country(db, json);
    long organization = country.organization(Instant.parse("2025-03-01T09:00:00Z"));
    long coordinator = country.coordinator(organization);
    long shift = country.shift(country.opportunity(organization, Country.SETIF), confirmed.minus(Duration.ofHours(30)), Duration.ofHours(4));
    long claim = country.claim(country.volunteer(), shift).confirmed(coordinator, Duration.ofHours(24)).note();
    country.write();
    Instant from = confirmed.minus(Duration.ofDays(3));
    Instant until = confirmed.plus(Duration.ofDays(1));
    assertThat(samples.draw(new Draw("abcd".repeat(16), 1_000), from, until)).isEqualTo(1);
    assertThat(samples.draw(new Draw("dcba".repeat(16), 1_000), from.minusSeconds(1), until)).as("asked before").isZero();
    assertThat(command.run(List.of("repeat"))).isZero();
    db.sql("update hours.claim set state = 'reversed' where id = :id").param("id", claim).update();
    assertThat(command.run(List.of("repeat"))).as("what was taken back stays in the population").isZero();
    db.sql("update integrity.draw set seed = 'beef' || substr(seed, 5) where permille = 1000 and seed like 'abcd%'").update();
    db.sql("update integrity.draw set permille = 1 where seed like 'beef%'").update();
    assertThat(command.run(List.of("repeat"))).as("another seed draws others").isEqualTo(1);
    db.sql("update integrity.draw set permille = 1000 where seed like 'beef%'").update();
  }

  @Test
  void theDailyDrawWaitsForItsSpanAndRemindsOnce() {
    samples.draw();
    int draws = table.draws().size();
    samples.draw();
    assertThat(table.draws()).as("the next span is not over").hasSize(draws);
    db.sql("update integrity.sample set asked_at = now() - interval '8 days', due_at = now() + interval '6 days' where answer is null").update();
    long silent = db.sql("select count(*) from integrity.sample where answer is null and reminded_at is null").query(Long.class).single();
    samples.remind();
    samples.remind();
    assertThat(db.sql("select count(*) from integrity.sample where reminded_at is not null").query(Long.class).single()).isGreaterThanOrEqualTo(silent);
    assertThat(db.sql("select count(*) - count(distinct once_key) from notices.notice where kind = 'hours-sample'").query(Long.class).single()).isZero();
  }

  private String link(long person) {
    return db.sql("select link from notices.notice where account_id = :person and kind = 'hours-sample'").param("person", person).query(String.class).list().getFirst();
  }

  private String ledger() {
    return db.sql("select md5(string_agg(c::text, '|' order by c.id)) from hours.claim c").query(String.class).single();
  }
}
