package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class MergerTests {

  @Autowired Mergers mergers;
  @Autowired Organizations organizations;
  @Autowired Listings listings;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void clock() {
    TestClock.one().back();
  }

  /** Two files of one association of Sétif, an opportunity and a confirmed hour under the one that goes. */
  private final class Twice {
    final dz.linatatawwa.reports.Scene scene = new dz.linatatawwa.reports.Scene(db, listings);
    final OrganizationId stays = scene.organization;
    final OrganizationId goes = scene.organization("جمعية السنابل للتنمية", "19", "1901");
    final AccountId member = SignIn.account("عضو في الملف الثاني");
    final OpportunityId opportunity;
    final long entry;

    Twice() {
      scene.member(goes, member, "coordinator");
      scene.member(goes, scene.owner, "owner");
      opportunity = scene.opportunity(goes, "فرصة الملف الثاني", "19", "1901");
      AccountId amina = Someone.amina().livingIn("1901").volunteer();
      long claim = db.sql("""
          insert into hours.claim (volunteer_id, organization_id, opportunity_id, during, minutes, grade, state, due_at, decided_at, decided_by)
          values (:volunteer, :organization, :opportunity, tstzrange(now() - interval '3 days', now() - interval '3 days' + interval '2 hours'), 120, 'B',
            'confirmed', now(), now(), :by) returning id""").param("volunteer", amina.value()).param("organization", goes.value())
          .param("opportunity", opportunity.value()).param("by", member.value()).query(Long.class).single();
      entry = db.sql("""
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, written_by)
          values (:claim, :volunteer, current_date - 3, 120, 'B', :organization, :opportunity, :by) returning id""").param("claim", claim).param("volunteer", amina.value())
          .param("organization", goes.value()).param("opportunity", opportunity.value()).param("by", member.value()).query(Long.class).single();
    }

    long merge() {
      return mergers.merge(scene.supervisor, goes, stays, "الملفان لجمعية واحدة بالوصل نفسه");
    }

    OrganizationId holder() {
      return new OrganizationId(db.sql("select organization_id from opportunities.opportunity where id = :id").param("id", opportunity.value()).query(Long.class).single());
    }

    String ledger() {
      return db.sql("select to_jsonb(e)::text from hours.entry e where id = :id").param("id", entry).query(String.class).single();
    }
  }

  @Test
  void namesReceiptsAndPhonesFindTheTwinOnlyInTheOwnTerritory() {
    dz.linatatawwa.reports.Scene scene = new dz.linatatawwa.reports.Scene(db, listings);
    OrganizationId one = scene.organization("جمعية الوئام للبيئة", "19", "1901");
    OrganizationId byReceipt = scene.organization("هيئة باسم آخر تماما", "19", "1901");
    OrganizationId byPhone = scene.organization("مؤسسة ثالثة مختلفة", "19", "1901");
    OrganizationId away = scene.organization("جمعية الوئام للبيئة وهران", "31", "3101");
    db.sql("update organizations.organization set receipt_number = case id when :one then '2019/44 ' else '201944' end where id in (:one, :receipt, :away)")
        .param("one", one.value()).param("receipt", byReceipt.value()).param("away", away.value()).update();
    db.sql("update organizations.organization set phone = '+21336111222' where id in (:one, :phone)").param("one", one.value()).param("phone", byPhone.value()).update();
    List<Mergers.Twin> twins = mergers.twins(scene.supervisor, organizations.find(one).orElseThrow());
    assertThat(twins).extracting(twin -> twin.organization().id()).contains(byReceipt, byPhone).doesNotContain(away, one);
    assertThat(twins).filteredOn(twin -> twin.organization().id().equals(byReceipt)).singleElement().satisfies(twin -> assertThat(twin.signs()).containsExactly("receipt"));
    assertThat(twins).filteredOn(twin -> twin.organization().id().equals(byPhone)).singleElement().satisfies(twin -> assertThat(twin.signs()).containsExactly("phone"));
    assertThat(Visit.as(port, scene.supervisor).get("/organizations/" + one + "/merging").body()).contains("رقم الوصل نفسه");
  }

  @Test
  void whatThePreviewCountsGoesAlongTheLedgerStaysAndTheOldAddressLeadsOn() {
    Twice twice = new Twice();
    String before = twice.ledger();
    Mergers.Preview preview = mergers.preview(twice.scene.supervisor, twice.goes, twice.stays);
    assertThat(preview.counts()).containsEntry("organizations.along.opportunity", 1L).containsEntry("organizations.along.member", 1L);
    assertThat(Visit.as(port, twice.scene.supervisor).get("/organizations/" + twice.goes + "/merging/" + twice.stays).body()).contains("فرصة تطوعية واحدة");
    twice.merge();
    assertThat(twice.holder()).isEqualTo(twice.stays);
    assertThat(organizations.role(twice.member, twice.stays)).contains(Role.COORDINATOR);
    assertThat(twice.ledger()).as("no line of the ledger is touched").isEqualTo(before);
    Visit stranger = new Visit(port);
    Visit.Answer old = stranger.get("/organizations/" + twice.goes);
    assertThat(old.status()).isEqualTo(307);
    assertThat(old.leadsTo()).isEqualTo("/organizations/" + twice.stays);
    assertThat(stranger.get(old.leadsTo()).body()).contains("/organizations/" + twice.goes + "/numbers");
    assertThat(stranger.get("/organizations/" + twice.goes + "/numbers").status()).isEqualTo(200);
    assertThat(stranger.get("/opportunities?organization=" + twice.stays).body()).contains("/opportunities/" + twice.opportunity + "\"");
    assertThat(organizations.search(OrganizationSearch.all(), 1).rows()).extracting(Organization::id).doesNotContain(twice.goes);
    assertThat(Visit.as(port, twice.member).get("/organizations/" + twice.goes + "/desk").status()).isEqualTo(404);
    assertThat(Visit.as(port, twice.member).get("/organizations/" + twice.stays + "/desk").status()).isEqualTo(200);
  }

  @Test
  void withinSevenDaysExactlyWhatWentComesBackAndLaterNothingDoes() {
    Twice twice = new Twice();
    long merger = twice.merge();
    OpportunityId later = twice.scene.opportunity(twice.stays, "فرصة بعد الدمج", "19", "1901");
    assertThat(mergers.undo(twice.scene.supervisor, merger)).isTrue();
    assertThat(mergers.undo(twice.scene.supervisor, merger)).as("twice").isFalse();
    assertThat(twice.holder()).isEqualTo(twice.goes);
    assertThat(db.sql("select organization_id from opportunities.opportunity where id = :id").param("id", later.value()).query(Long.class).single()).isEqualTo(twice.stays.value());
    assertThat(organizations.role(twice.member, twice.stays)).isEmpty();
    assertThat(organizations.role(twice.member, twice.goes)).contains(Role.COORDINATOR);
    assertThat(organizations.role(twice.scene.owner, twice.stays)).as("who was in both stays in both").contains(Role.OWNER);
    assertThat(new Visit(port).get("/organizations/" + twice.goes).status()).isEqualTo(200);

    Twice late = new Twice();
    long old = late.merge();
    TestClock.one().goAhead(Duration.ofDays(8));
    assertThat(mergers.undo(late.scene.supervisor, old)).isFalse();
    assertThat(late.holder()).isEqualTo(late.stays);
  }

  @Test
  void onlyWhoLooksAfterBothMergesThem() {
    Twice twice = new Twice();
    OrganizationId oran = twice.scene.organization("جمعية السنابل بوهران", "31", "3101");
    assertThatThrownBy(() -> mergers.merge(twice.scene.oran, twice.goes, twice.stays, "ليس من نطاقي")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> mergers.merge(twice.scene.supervisor, twice.goes, oran, "نصفه ليس من نطاقي")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> mergers.merge(twice.scene.supervisor, twice.stays, twice.stays, "في نفسه")).isInstanceOf(NotFound.class);
    assertThat(mergers.merge(twice.scene.nation, oran, twice.stays, "ملف واحد في ولايتين")).isPositive();
    assertThat(Visit.as(port, twice.scene.supervisor).post("/organizations/" + twice.goes + "/merging/" + twice.stays, "words", "قصير").status()).isEqualTo(422);
  }

  @Test
  void ofManyMergersAtOnceOneHappens() throws Exception {
    Twice twice = new Twice();
    CyclicBarrier start = new CyclicBarrier(4);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean turned = i % 2 == 1;
      tries.add(() -> {
        start.await();
        try {
          mergers.merge(twice.scene.supervisor, turned ? twice.stays : twice.goes, turned ? twice.goes : twice.stays, "كلهم في وقت واحد معا");
          return true;
        } catch (NotFound merged) {
          return false;
        }
      });
    }
    List<Boolean> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> answer : threads.invokeAll(tries)) answers.add(answer.get());
    }
    assertThat(answers).containsOnlyOnce(true);
  }
}
