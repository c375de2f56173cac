package dz.linatatawwa.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class BadgeTests {

  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;
  @Autowired Badges badges;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate inTransaction;
  @LocalServerPort int port;
  private AccountId owner;
  private OrganizationId organization;
  private AccountId amina;
  private int daysBack;

  @BeforeEach
  void people() {
    owner = SignIn.account("نادية زروق");
    amina = Someone.amina().volunteer();
    organization = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'جمعيه الارز', 'wilaya', '16', '1601', 'verified', now()) returning id""").query(Long.class).single());
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, 'owner')")
        .param("organization", organization.value()).param("account", owner.value()).update();
  }

  @Test
  void aBadgeIsGivenWhenConfirmedHoursReachItsTier() {
    confirm(worked(Duration.ofMinutes(599)));
    assertThat(reached()).isEmpty();
    assertThat(missing()).isEqualTo(1);
    confirm(worked(Duration.ofMinutes(1)));
    assertThat(reached()).containsExactly(10);
    assertThat(told("badge-reached")).isEqualTo(1);
  }

  @Test
  void hoursThatAreOnlyProposedGiveNothing() {
    worked(Duration.ofHours(11));
    assertThat(reached()).isEmpty();
    assertThat(told("badge-reached")).isZero();
  }

  @Test
  void everyTierIsGivenOnceHoweverOftenHoursAreConfirmed() {
    for (int day = 0; day < 6; day++) confirm(worked(Duration.ofHours(9)));
    assertThat(reached()).containsExactly(10, 25, 50);
    assertThat(told("badge-reached")).isEqualTo(3);
    inTransaction.executeWithoutResult(status -> events.publishEvent(new HoursAttested(List.of(new HoursAttested.Credit(amina, 540, new ClaimId(1))))));
    assertThat(told("badge-reached")).isEqualTo(3);
  }

  @Test
  void twoConfirmationsAtOnceGiveOneBadge() throws Exception {
    List<ClaimId> claims = List.of(worked(Duration.ofHours(6)), worked(Duration.ofHours(6)));
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<?>> done = claims.stream().<Future<?>>map(claim -> both.submit(() -> confirm(claim))).toList();
      for (Future<?> one : done) one.get();
    }
    assertThat(reached()).containsExactly(10);
    assertThat(told("badge-reached")).isEqualTo(1);
  }

  @Test
  void aBadgeGoesWithTheHoursBeneathItAndComesBackWithOthers() {
    confirm(worked(Duration.ofHours(6)));
    ClaimId second = worked(Duration.ofHours(6));
    confirm(second);
    assertThat(reached()).containsExactly(10);
    ledger.reverse(organization, second, owner, "حضور شخص آخر");
    assertThat(reached()).isEmpty();
    assertThat(told("badge-withdrawn")).isEqualTo(1);
    assertThat(missing()).isEqualTo(4 * 60);
    confirm(worked(Duration.ofHours(5)));
    assertThat(reached()).containsExactly(10);
    assertThat(told("badge-reached")).isEqualTo(2);
  }

  @Test
  void aBadgeStaysWhereTheHoursThatAreLeftReachIt() {
    confirm(worked(Duration.ofHours(10)));
    ClaimId more = worked(Duration.ofHours(2));
    confirm(more);
    ledger.reverse(organization, more, owner, "حضور شخص آخر");
    assertThat(reached()).containsExactly(10);
    assertThat(told("badge-withdrawn")).isZero();
  }

  @Test
  void gradesThatDoNotCountGiveNoBadge() {
    db.sql("insert into hours.volunteer_total (volunteer_id, grade, minutes) values (:amina, 'E', 60000)").param("amina", amina.value()).update();
    confirm(worked(Duration.ofHours(1)));
    assertThat(reached()).isEmpty();
  }

  @Test
  void thePageShowsWhatIsReachedAndWhatIsMissing() {
    confirm(worked(Duration.ofHours(10)));
    Visit visit = Visit.as(port, amina);
    for (String language : List.of("ar", "fr", "en")) {
      Visit.Answer answer = visit.reading(language).get("/badges");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.page().select("main").text()).contains("10", "25", "15");
    }
    assertThat(new Visit(port).get("/badges").leadsTo()).startsWith("/sign-in");
  }

  /** Amina was there for so long, on a day of its own; the hours are proposed. */
  private ClaimId worked(Duration time) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(++daysBack, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
    Timestamp in = Timestamp.from(from);
    Timestamp out = Timestamp.from(from.plus(time));
    long opportunity = db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, remote, state, published_at)
        values (:organization, 'تشجير', 'ENV', '16', '1601', false, 'published', now()) returning id""").param("organization", organization.value())
        .query(Long.class).single();
    long shift = db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:opportunity, :in, :out, 20) returning id")
        .param("opportunity", opportunity).param("in", in).param("out", out).query(Long.class).single();
    db.sql("""
        with application as (insert into participation.application (shift_id, volunteer_id, state) values (:shift, :who, 'accepted') returning id)
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_out_at, grade, closed_at)
        select :shift, :who, id, :in, :out, 'B', :out from application""")
        .param("shift", shift).param("who", amina.value()).param("in", in).param("out", out).update();
    assertThat(ledger.propose(new ShiftId(shift), null)).isEqualTo(1);
    return new ClaimId(db.sql("select id from hours.claim where shift_id = :shift").param("shift", shift).query(Long.class).single());
  }

  private void confirm(ClaimId claim) {
    assertThat(ledger.confirm(organization, List.of(claim), owner, null).settled()).containsExactly(claim);
  }

  private List<Integer> reached() {
    return badges.held(amina).stream().map(Held::badge).map(Tier::hours).filter(hours -> hours > 1).sorted().toList();
  }

  private long missing() {
    return badges.of(amina).nextTier().orElseThrow().judgement().parts().getFirst().missing();
  }

  private int told(String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :amina and kind = :kind and title ~ '[0-9]'").param("amina", amina.value()).param("kind", kind)
        .query(Integer.class).single();
  }
}
