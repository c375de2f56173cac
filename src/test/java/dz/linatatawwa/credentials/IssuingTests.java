package dz.linatatawwa.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class IssuingTests {

  @Autowired Credentials credentials;
  @Autowired Accounts accounts;
  @Autowired JdbcClient db;

  @Test
  void aSourceIsIssuedOnceWhoeverAsksAtOnce() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    Award award = Awards.to(amina);
    CountDownLatch ready = new CountDownLatch(8);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<CredentialId>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(many.submit(() -> {
          ready.countDown();
          ready.await();
          return credentials.issue(award);
        }));
      }
      CredentialId one = answers.getFirst().get();
      for (Future<CredentialId> answer : answers) assertThat(answer.get()).isEqualTo(one);
    }
    assertThat(credentials.of(amina, 1).total()).isEqualTo(1);
  }

  @Test
  void manyGetDifferentBitsScatteredOverTheList() {
    AccountId karim = Someone.karim().volunteer();
    List<Award> awards = IntStream.range(0, 3_000).mapToObj(i -> Awards.to(karim, "many:" + i)).toList();
    List<CredentialId> ids = credentials.issueAll(awards);
    assertThat(ids).hasSize(3_000).doesNotHaveDuplicates();
    assertThat(credentials.ofSource("many:2999")).hasValueSatisfying(view -> assertThat(view.id()).isEqualTo(ids.getLast()));
    List<Integer> places = db.sql("select position from credentials.credential where source like 'many:%'").query(Integer.class).list();
    assertThat(places).doesNotHaveDuplicates().anyMatch(place -> place < 20_000).anyMatch(place -> place > 110_000);
    assertThat(credentials.issueAll(awards)).as("again").isEqualTo(ids);
  }

  @Test
  void whatIsRevokedStaysRevokedAndKeepsItsReason() {
    Award award = Awards.to(Someone.amina().volunteer());
    credentials.issue(award);
    credentials.revoke(award.source(), "credentials.reason.left");
    credentials.revoke(award.source(), "another.reason");
    assertThat(credentials.ofSource(award.source())).hasValueSatisfying(view -> {
      assertThat(view.revoked()).isTrue();
      assertThat(view.reason()).isEqualTo("credentials.reason.left");
    });
  }

  @Test
  void theWordsOfAVersionStandAsTheyWereFirstIssued() {
    AccountId amina = Someone.amina().volunteer();
    credentials.issue(Awards.to(amina));
    Achievement other = new Achievement("hours-50", 1, Map.of(dz.linatatawwa.language.Language.AR, "غير ذلك"), Awards.FIFTY.description(), Awards.FIFTY.criteria(),
        AchievementType.COMMUNITY_SERVICE);
    credentials.issue(new Award("badge", "other-words", amina, other, null, null, null));
    assertThat(credentials.achievement("hours-50", 1)).hasValue(Awards.FIFTY);
  }

  @Test
  void whoLeavesTakesEverythingAlongButTheRevokedBit() {
    AccountId karim = Someone.karim().volunteer();
    CredentialId id = credentials.issue(Awards.to(karim));
    credentials.share(karim, id, new Sharing(Sharing.Naming.FULL, true));
    accounts.close(karim);
    assertThat(credentials.of(karim, 1).total()).isZero();
    assertThat(credentials.find(id)).hasValueSatisfying(view -> {
      assertThat(view.revoked()).isTrue();
      assertThat(view.holder()).isNull();
      assertThat(view.minutes()).isNull();
      assertThat(view.sharing()).isEqualTo(Sharing.NONE);
      assertThat(view.source()).doesNotContain(karim.toString() + ":");
    });
  }

  @Test
  void minorsAreNeverShown() {
    AccountId young = Someone.amina().bornIn(2011).volunteer();
    CredentialId id = credentials.issue(Awards.to(young));
    assertThat(credentials.share(young, id, new Sharing(Sharing.Naming.INITIAL, false))).isFalse();
    assertThat(credentials.share(Someone.karim().volunteer(), id, Sharing.NONE)).as("another's").isFalse();
  }

  @Test
  void timeInTrainingIsNoVolunteerTime() {
    Achievement course = new Achievement("first-aid", 1, Awards.FIFTY.name(), Awards.FIFTY.description(), Awards.FIFTY.criteria(), AchievementType.CERTIFICATE_OF_COMPLETION);
    assertThatThrownBy(() -> new Award("training", "training:1:2", new AccountId(1), course, null, null, 60L)).isInstanceOf(IllegalArgumentException.class);
  }
}
