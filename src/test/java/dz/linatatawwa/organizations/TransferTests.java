package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ownership and seat go to others. */
@WorldTest
class TransferTests {

  @Autowired Members members;
  @Autowired Standing standing;
  @Autowired SeatMoves moves;
  @Autowired Organizations organizations;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired Listings listings;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void anOwnerHandsOverToAMemberAndCoordinatesFromThenOn() {
    var scene = new dz.linatatawwa.reports.Scene(db, listings);
    AccountId heir = SignIn.account("الوريثة");
    assertThatThrownBy(() -> members.handOver(scene.owner, scene.organization, heir)).as("no member").isInstanceOf(NotFound.class);
    scene.member(scene.organization, heir, "reader");
    assertThatThrownBy(() -> members.handOver(heir, scene.organization, heir)).isInstanceOf(NotFound.class);
    Visit owner = Visit.as(port, scene.owner);
    String path = "/organizations/" + scene.organization + "/desk/members/" + heir + "/ownership";
    assertThat(owner.post(path).status()).isEqualTo(303);
    assertThat(organizations.role(heir, scene.organization)).contains(Role.OWNER);
    assertThat(organizations.role(scene.owner, scene.organization)).contains(Role.COORDINATOR);
    assertThat(owner.post(path).status()).as("no longer theirs to give").isEqualTo(404);
  }

  @Test
  void whereTheOwnersAreGoneTheSupervisorNamesAnother() {
    var scene = new dz.linatatawwa.reports.Scene(db, listings);
    AccountId active = SignIn.account("منسقة نشيطة");
    scene.member(scene.organization, active, "coordinator");
    SignIn.as(scene.owner);
    SignIn.as(active);
    assertThat(standing.entrust(scene.supervisor, scene.organization, active, "لا أحد يجيب من المالكين")).as("the owner was here").isFalse();
    db.sql("update accounts.session set seen_at = now() - interval '31 days' where account_id = :owner").param("owner", scene.owner.value()).update();
    assertThatThrownBy(() -> standing.entrust(scene.oran, scene.organization, active, "ليس من نطاقي")).isInstanceOf(NotFound.class);
    assertThat(standing.entrust(scene.supervisor, scene.organization, scene.supervisor, "لنفسي")).isFalse();
    assertThat(standing.entrust(scene.supervisor, scene.organization, active, "غاب المالك منذ أكثر من شهر")).isTrue();
    assertThat(organizations.role(active, scene.organization)).contains(Role.OWNER);
    assertThat(organizations.role(scene.owner, scene.organization)).contains(Role.COORDINATOR);
    assertThat(db.sql("select count(*) from notices.notice where account_id = :owner and kind = 'organization-membership'").param("owner", scene.owner.value()).query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void theSeatMovesByADecisionAndTheSupervisorsOfTheNewPlaceLookAfterIt() {
    var scene = new dz.linatatawwa.reports.Scene(db, listings);
    Visit owner = Visit.as(port, scene.owner);
    String desk = "/organizations/" + scene.organization + "/desk/seat";
    assertThat(owner.post(desk, "wilaya", "31", "commune", "", "words", "انتقل المكتب إلى وهران").status()).isEqualTo(422);
    assertThat(owner.post(desk, "wilaya", "19", "commune", "1901", "words", "إلى المكان نفسه").status()).isEqualTo(422);
    assertThat(owner.post(desk, "wilaya", "31", "commune", "3101", "words", "انتقل المكتب إلى وهران").status()).isEqualTo(303);
    assertThat(owner.post(desk, "wilaya", "31", "commune", "3101", "words", "مرة أخرى إلى وهران").status()).isEqualTo(422);
    SeatMove move = moves.waiting(scene.organization).orElseThrow();
    assertThat(standing.oversees(scene.oran, organizations.find(scene.organization).orElseThrow())).isFalse();
    dz.linatatawwa.reports.Scene.decide(matters, scene.supervisor, SeatMoves.MATTER, move.id(), "accepted", null);
    assertThat(organizations.find(scene.organization).orElseThrow().profile().seat().wilaya()).hasToString("31");
    assertThat(standing.oversees(scene.oran, organizations.find(scene.organization).orElseThrow())).isTrue();
    assertThat(standing.oversees(scene.supervisor, organizations.find(scene.organization).orElseThrow())).isFalse();
  }
}
