package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor who decides many matters in a short time is seen by those above, with the numbers in words. */
@WorldTest
class HasteTests {

  private static long subject = 9_000_000;

  @Autowired HasteWatch watch;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void whoDecidesManyWithoutOpeningThemIsSeenByTheNationOnceAndNotByColleagues() {
    AccountId hasty = supervisor("19", null);
    AccountId colleague = supervisor("19", null);
    AccountId nation = supervisor(null, null);
    for (int i = 0; i < 14; i++) decided(hasty, 14 - i, i < 4 ? 600 : null);
    watch.look();
    watch.look();
    assertThat(of(nation, hasty)).singleElement().satisfies(haste -> {
      assertThat(haste.why()).isEqualTo("unopened");
      assertThat(haste.decided()).isEqualTo(14);
      assertThat(haste.odd()).isEqualTo(10);
      assertThat(haste.minutes()).isEqualTo(13);
    });
    assertThat(of(colleague, hasty)).isEmpty();
    assertThatThrownBy(() -> watch.below(SignIn.account("لا أحد"), false, 1)).isInstanceOf(NotFound.class);
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'integrity-haste'").param("id", nation.value()).query(Long.class).single()).isEqualTo(1);
    String page = Visit.as(port, nation).get("/supervision/integrity/haste").page().select(".supervision-queue").text();
    assertThat(page).contains("14 ملفًا").contains("13 دقيقةً").contains("10");
    decided(hasty, 1, null);
    watch.look();
    assertThat(of(nation, hasty)).singleElement().satisfies(haste -> assertThat(haste.decided()).as("brought up to date").isEqualTo(15));
  }

  @Test
  void whoDecidesSecondsAfterOpeningIsSeenAndWhoTakesTimeIsNot() {
    AccountId fast = supervisor("31", null);
    AccountId careful = supervisor("31", null);
    AccountId slow = supervisor("31", null);
    AccountId nation = supervisor(null, null);
    for (int i = 0; i < 12; i++) {
      decided(fast, 14 - i, 4);
      decided(careful, 30 - i, 60);
      decided(slow, i * 61, null);
    }
    watch.look();
    assertThat(of(nation, fast)).extracting(Haste::why).containsExactly("fast");
    assertThat(of(nation, careful)).isEmpty();
    assertThat(of(nation, slow)).as("one an hour").isEmpty();
  }

  @Test
  void aDeputyIsSeenByTheWilayaAndASupervisorOfTheNationByAdministratorsAlone() {
    AccountId deputy = supervisor("16", "ENV");
    AccountId wilaya = supervisor("16", null);
    AccountId other = supervisor("25", null);
    AccountId chief = supervisor(null, null);
    AccountId colleague = supervisor(null, null);
    AccountId administrator = SignIn.administrator("مديرة");
    for (int i = 0; i < 12; i++) {
      decided(deputy, 14 - i, null);
      decided(chief, 14 - i, null);
    }
    watch.look();
    assertThat(of(wilaya, deputy)).hasSize(1);
    assertThat(of(other, deputy)).isEmpty();
    assertThat(of(colleague, chief)).isEmpty();
    assertThat(of(chief, chief)).as("never oneself").isEmpty();
    assertThat(of(administrator, chief)).hasSize(1);
  }

  @Test
  void whoLooksSaysWhatTheySawAndTheSupervisorReadsIt() {
    AccountId hasty = supervisor("06", null);
    AccountId nation = supervisor(null, null);
    for (int i = 0; i < 12; i++) decided(hasty, 14 - i, null);
    watch.look();
    long id = of(nation, hasty).getFirst().id();
    Visit visit = Visit.as(port, nation);
    String path = "/supervision/integrity/haste/" + id + "/answer";
    Visit.Answer shorter = visit.post(path, "answer", "رأيت");
    assertThat(shorter.status()).isEqualTo(422);
    assertThat(shorter.page().select("#answer-" + id).val()).isEqualTo("رأيت");
    assertThat(visit.post(path, "answer", "راجعت القرارات، كلها صحيحة").status()).isEqualTo(303);
    assertThat(watch.answer(nation, id, "مرة ثانية لا تغيّر شيئا")).isFalse();
    assertThat(Visit.as(port, hasty).post(path, "answer", "لا شيء فيها يستحق").status()).isEqualTo(404);
    assertThat(watch.below(nation, true, 1).rows()).extracting(Haste::account).contains(hasty);
    assertThat(db.sql("select body from notices.notice where account_id = :id and kind = 'integrity-haste-seen'").param("id", hasty.value()).query(String.class).single())
        .contains("كلها صحيحة");
    assertThat(visit.get("/supervision/integrity/haste?show=answered").page().text()).contains("كلها صحيحة");
  }

  private List<Haste> of(AccountId viewer, AccountId about) {
    return watch.below(viewer, false, 1).rows().stream().filter(haste -> haste.account().equals(about)).toList();
  }

  private AccountId supervisor(@Nullable String wilaya, @Nullable String field) {
    AccountId person = SignIn.account("مشرف مستعجل");
    Office.give(person, wilaya, null, field, Instant.now().minus(Duration.ofDays(3)), Instant.now().plus(Duration.ofDays(100)));
    return person;
  }

  /** @param ago     minutes
   *  @param seconds from opening to decision; null: not opened */
  private void decided(AccountId by, int ago, @Nullable Integer seconds) {
    long matter = db.sql("""
        insert into supervision.matter (kind, subject_id, wilaya_code, summary, due_at, decided_at, decided_by, decision)
        values ('organization-verification', :subject, '19', 'ملف', now() + interval '2 days', now() - make_interval(mins => :ago), :by, 'verified') returning id
        """).param("subject", ++subject).param("ago", ago).param("by", by.value()).query(Long.class).single();
    if (seconds != null) {
      db.sql("insert into supervision.opening (matter_id, account_id, at) select id, decided_by, decided_at - make_interval(secs => :seconds) from supervision.matter where id = :id")
          .param("seconds", seconds).param("id", matter).update();
    }
  }
}
