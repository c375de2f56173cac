package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What messages may cost, whoever asks for them. */
@WorldTest
class LimitTests {

  @Autowired Codes codes;
  @Autowired Limits limits;
  @Autowired JdbcClient db;

  @BeforeEach
  void fullAllowances() {
    TestClock.one().back();
    db.sql("delete from accounts.allowance").update();
    db.sql("delete from accounts.one_time_code").update();
  }

  @Test
  void whoIsRefusedUsesUpNobodyElsesAllowance() {
    for (int i = 0; i < 40; i++) ask("+213551900001", "198.51.100.7", false);
    assertThat(used("sms-all-hour")).as("one message left").isEqualTo(1);
    assertThat(used("sms-network-hour")).isEqualTo(1);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void thousandsOfRequestsOverNumbersRangesAndAddressesCostNoMoreThanTheBudget() throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String number = "+2136" + (61_000_000 + i % 4 * 100_000 + ThreadLocalRandom.current().nextInt(90_000));
      String from = "2001:db8:%x:%x::1".formatted(i % 60, i % 7);
      all.add(() -> ask(number, from, false));
    }
    int told = 0;
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (var one : threads.invokeAll(all)) if (one.get()) told++;
    }
    assertThat(told).as("four ranges of sixty at most").isLessThanOrEqualTo(240).isEqualTo(sent());
    assertThat(told).isGreaterThan(100);
  }

  @Test
  void aRangeWhoseCodesNobodyTypesRestsAndWhoWasHereBeforeIsServed() {
    for (int i = 0; i < 30; i++) ask("+21355177%04d".formatted(i), "203.0.113." + i, false);
    assertThat(sent()).isEqualTo(30);
    db.sql("update accounts.one_time_code set requested_at = requested_at - interval '5 minutes'").update();
    assertThat(ask("+213551779999", "203.0.113.200", false)).isFalse();
    assertThat(ask("+213551779998", "203.0.113.201", true)).as("a browser that was signed in with the number").isTrue();
    assertThat(ask("+213661779999", "203.0.113.202", false)).as("another range").isTrue();
    db.sql("update accounts.one_time_code set used_at = now() where id in (select id from accounts.one_time_code order by id limit 8)").update();
    assertThat(ask("+213551779997", "203.0.113.203", false)).as("people do type them").isTrue();
  }

  @Test
  void aBrowserThatWasHereBeforeNeedsNoneOfItsCrowdedAddressesShare() {
    for (int i = 0; i < 20; i++) ask("+2135518%05d".formatted(i * 7), "198.51.100.9", false);
    assertThat(sent()).isEqualTo(15);
    assertThat(ask("+213551890001", "198.51.100.9", true)).isTrue();
  }

  @Test
  void manyWhoCountAtOnceNeverWaitForEachOther() throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int n = i;
      all.add(() -> limits.take(new Limit("b-" + n % 3, "x" + n % 5, 50, Duration.ofHours(1)), new Limit("a-" + n % 2, "y" + n % 4, 90, Duration.ofHours(2)),
          new Limit("c", Limits.EVERYBODY, 300, Duration.ofDays(1))).isEmpty());
    }
    int within = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var one : threads.invokeAll(all)) if (one.get()) within++;
    }
    assertThat(within).isEqualTo(300);
    assertThat(used("c")).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+33612345678", "+12025550123", "+216201234567", "+88213123456", "+881612345678", "+97912345678", "0550", "+213555", "0213219999", "+21302312345", "1548", "+213800123456", "900", "+213 3 00 00 00"})
  void nothingIsEverSentAbroadOrToNumbersThatCost(String typed) {
    assertThat(Contact.parse(typed)).isEmpty();
  }

  private boolean ask(String number, String address, boolean known) {
    return codes.request(new Contact.Phone(number), new Origin(Origin.network(address), "", ""), Language.AR, "localhost", known) instanceof Codes.Requested.Sent;
  }

  private int sent() {
    return db.sql("select count(*) from accounts.one_time_code").query(Integer.class).single();
  }

  private int used(String what) {
    return db.sql("select coalesce(sum(used), 0) from accounts.allowance where bucket like :what").param("what", what + ":%").query(Integer.class).single();
  }
}
