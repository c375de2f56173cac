package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that closed becomes an operation; its hours are shown and not copied. */
@WorldTest
class CampaignOperationTests {

  @LocalServerPort int port;
  @Autowired Units unitList;
  @Autowired JdbcClient db;
  @Autowired CampaignOperations campaigns;
  @Autowired OperationTable table;
  @Autowired ListedOperations shelf;
  @Autowired Archive archive;

  @Test
  void aClosedCampaignIsProposedMadeOnceAndItsHoursAreNotCountedTwice() {
    Scene scene = new Scene(db);
    AccountId owner = scene.account("سليم");
    long organization = scene.organization(owner);
    long opportunity = scene.opportunity(organization, "at-once", 16);
    ShiftId shift = scene.shift(opportunity, Instant.now().minus(Duration.ofDays(3)), Duration.ofHours(4), 20);
    long campaign = db.sql("""
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state)
        values (:id, 'حملة الغابة النظيفة', 'غابة بلا نفايات', current_date - 10, current_date + 5, 'published') returning id
        """).param("id", organization).query(Long.class).single();
    db.sql("update opportunities.opportunity set campaign_id = :campaign where id = :id").param("campaign", campaign).param("id", opportunity).update();
    for (AccountId person : scene.volunteers(3)) {
      scene.seat(shift, person);
      db.sql("insert into attendance.attendance (shift_id, volunteer_id, checked_in_at, checked_out_at) select :shift, :who, starts_at, ends_at from opportunities.shift where id = :shift")
          .param("shift", shift.value()).param("who", person.value()).update();
      db.sql("""
          with claim as (
            insert into hours.claim (volunteer_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
            select :who, :opportunity, :organization, tstzrange(starts_at, ends_at), 240, 'B', 'confirmed', now(), now(), :by from opportunities.shift where id = :shift returning id)
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id)
          select id, :who, current_date - 3, 240, 'B', :organization, :opportunity from claim
          """).param("who", person.value()).param("opportunity", opportunity).param("organization", organization).param("by", owner.value()).param("shift", shift.value()).update();
    }
    db.sql("insert into attendance.closure (shift_id, closed_by, came, no_shows, proposed) values (:shift, :by, 3, 0, 0)").param("shift", shift.value()).param("by", owner.value()).update();
    db.sql("insert into daybook.goods (shift_id, key, kind, quantity, unit, written_by) values (:shift, 'key-of-goods', 'achieved', 35, 'waste-bags', :by)")
        .param("shift", shift.value()).param("by", owner.value()).update();
    Visit visit = Visit.as(port, owner);
    assertThat(campaigns.waiting(new OrganizationId(organization))).as("it is not closed").isEmpty();
    assertThat(visit.post("/archive/operations/campaigns/" + campaign).status()).isEqualTo(404);
    visit.post("/organizations/" + organization + "/desk/campaigns/" + campaign + "/closure");
    assertThat(visit.get("/organizations/" + organization + "/desk").body()).as("closing proposes it").contains("/archive/operations/campaigns/" + campaign);
    assertThat(Visit.as(port, SignIn.account("غريب")).post("/archive/operations/campaigns/" + campaign).status()).isEqualTo(404);

    OperationId made = ArchiveScene.idOf(visit.post("/archive/operations/campaigns/" + campaign));
    assertThat(ArchiveScene.idOf(visit.post("/archive/operations/campaigns/" + campaign))).as("once").isEqualTo(made);
    Told told = table.find(made).orElseThrow().told();
    assertThat(told.title()).isEqualTo("حملة الغابة النظيفة");
    assertThat(told.people()).isEqualTo(3);
    assertThat(told.minutes()).isNull();
    assertThat(told.units()).containsExactly(java.util.Map.entry(unitList.known("waste-bags"), 35L));
    assertThat(told.when().days()).isEqualTo(1);
    assertThat(told.wilaya()).isNotNull();

    db.sql("update archive.operation set state = 'published' where id = :id").param("id", made.value()).update();
    shelf.refresh(List.of(made.value()));
    assertThat(campaigns.attendedMinutes(new CampaignId(campaign))).isEqualTo(720);
    Visit.Answer page = new Visit(port).get("/archive/" + made);
    assertThat(page.page().select(".archive-declared").text()).contains("12").contains("مسجلة بالحضور");
    assertThat(archive.of(null, Period.everTo(LocalDate.now())).minutes()).as("hours are in the ledger alone").isZero();
    assertThat(new Visit(port).get("/campaigns/" + campaign).body()).contains("/archive/" + made);
    assertThat(visit.post("/archive/operations/" + made, ArchiveScene.form("first", LocalDate.now().minusDays(3).toString())).status()).as("no hours may be written").isEqualTo(422);
  }
}
