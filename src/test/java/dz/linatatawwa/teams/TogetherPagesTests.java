package dz.linatatawwa.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Friends, teams, families and stand-ins by plain HTTP: what each sees of the others, and what is nobody else's. */
@WorldTest
class TogetherPagesTests {

  private static final Wish ANY = new Wish(null, "", false);

  /** What keeps names apart from the sentence around them. */
  private static final String HIDDEN = "[\\u2066-\\u2069]";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Participation participation;
  @Autowired NamedPeople named;
  @Autowired Accounts accounts;
  @Autowired Rosters rosters;

  Scene scene;
  AccountId owner;
  long organization;
  long opportunity;
  ShiftId shift;
  AccountId karim;
  AccountId leila;

  @BeforeEach
  void people() {
    TestClock.one().back();
    scene = new Scene(db);
    owner = scene.account("أمينة مالكة");
    organization = scene.organization(owner);
    opportunity = scene.opportunity(organization, "at-once", 16);
    shift = scene.byDay(opportunity, 10);
    karim = scene.volunteer("كريم بلقاسم", 1958);
    leila = scene.volunteer("ليلى زيتوني", 1990);
  }

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void aFriendByALinkLandsOnTheOpportunityAndBothSeeThatTheyComeTogetherOnceBothAgree() {
    String link = invitation(karim, seat(karim, shift));
    assertThat(link).matches("/with/[A-Za-z0-9_-]{17,27}");
    Visit guest = new Visit(port);
    Visit.Answer landing = guest.get(link);
    assertThat(landing.leadsTo()).isEqualTo("/opportunities/" + opportunity + "?with=" + link.substring(6) + "#with");
    String page = guest.get(landing.leadsTo().replace("#with", "")).page().text().replaceAll(HIDDEN, "");
    assertThat(page).contains("دعاك كريم للمجيء معه").doesNotContain("بلقاسم");

    Visit hers = Visit.as(port, leila);
    hers.get(link);
    String done = hers.post("/opportunities/" + opportunity + "/applications", "shift", shift.toString()).leadsTo();
    Document after = hers.get(done).page();
    assertThat(after.text().replaceAll(HIDDEN, "")).contains("دعاك كريم: هل تأتيان معا؟");
    assertThat(commitments(karim).text().replaceAll(HIDDEN, "")).doesNotContain("ليلى");
    hers.post(link + "/answers");
    assertThat(hers.get(hers.post(link + "/answers").leadsTo()).page().text().replaceAll(HIDDEN, "")).as("twice").doesNotContain("تأتي مع كريم");
    Document his = commitments(karim);
    assertThat(his.text().replaceAll(HIDDEN, "")).contains("قَبِل دعوتك: ليلى").doesNotContain("زيتوني");
    Visit host = Visit.as(port, karim);
    assertThat(Visit.as(port, scene.volunteer("دخيل", 1990)).post(his.select("form[action$=/agreement]").attr("action")).status()).isEqualTo(404);
    host.post(his.select("form[action$=/agreement]").attr("action"));
    assertThat(commitments(karim).text().replaceAll(HIDDEN, "")).contains("تأتي مع ليلى");
    assertThat(commitments(leila).text().replaceAll(HIDDEN, "")).contains("تأتي مع كريم");
  }

  @Test
  void aLinkThatEndedWasStoppedOrNeverWasLooksTheSame() {
    ApplicationId seat = seat(karim, shift);
    String link = invitation(karim, seat);
    Visit.Answer never = new Visit(port).get("/with/AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(never.status()).isEqualTo(404);
    String same = never.page().select("main").text();
    Visit.as(port, karim).post("/commitments/" + seat + "/link/end");
    assertThat(new Visit(port).get(link).page().select("main").text()).as("stopped").isEqualTo(same);
    String again = invitation(karim, seat);
    assertThat(again).isNotEqualTo(link);
    assertThat(new Visit(port).get(again).status()).isEqualTo(303);
    TestClock.one().goAhead(Duration.ofDays(5));
    assertThat(new Visit(port).get(again).page().select("main").text()).as("the shift began").isEqualTo(same);
    TestClock.one().back();
    participation.withdraw(karim, seat);
    assertThat(new Visit(port).get(again).status()).as("who gave it is out").isEqualTo(404);
    assertThat(new Visit(port).get("/opportunities/" + opportunity + "?with=" + again.substring(6)).page().text().replaceAll(HIDDEN, "")).doesNotContain("كريم");
  }

  @Test
  void aMinorsLinkNamesNobody() {
    AccountId minor = scene.volunteer("ياسين صغير", LocalDate.now().getYear() - 17);
    dz.linatatawwa.world.Guardianship.agreed(db, minor, "الأم", "mother-with@example.dz", "take-part");
    long young = scene.opportunity(organization, "at-once", 15);
    String link = invitation(minor, seat(minor, scene.byDay(young, 5)));
    Visit guest = new Visit(port);
    assertThat(guest.get(guest.get(link).leadsTo().replace("#with", "")).page().text().replaceAll(HIDDEN, "")).contains("شخص يعرفك").doesNotContain("ياسين");
  }

  @Test
  void aTeamIsJoinedByItsLinkAndACaptainsYesAndRegistersAsOneLine() {
    Visit captain = Visit.as(port, karim);
    String team = captain.post("/teams", "name", "فريق الحي\u202e").leadsTo();
    assertThat(captain.get(team).page().select("h1").text()).as("nothing hidden in a name").isEqualTo("فريق الحي");
    captain.post(team + "/link");
    String link = captain.get(team).page().select(".teams-link code").text().replaceFirst("^https?://[^/]+", "");
    Visit hers = Visit.as(port, leila);
    assertThat(hers.get(team).status()).as("not hers yet").isEqualTo(404);
    assertThat(hers.get(link).page().text().replaceAll(HIDDEN, "")).contains("فريق الحي").contains("دعاك: كريم").doesNotContain("بلقاسم");
    hers.post(link + "/answers");
    hers.post(link + "/answers");
    assertThat(hers.get(team).status()).as("until a captain says yes").isEqualTo(404);
    assertThat(captain.get(team).page().text().replaceAll(HIDDEN, "")).contains("ليلى زيتوني");
    assertThat(hers.post(team + "/members/" + leila + "/acceptance").status()).isEqualTo(404);
    captain.post(team + "/members/" + leila + "/acceptance");
    assertThat(hers.get(team).page().text().replaceAll(HIDDEN, "")).contains("كريم").doesNotContain("بلقاسم");

    long byHand = scene.opportunity(organization, "by-hand", 16);
    ShiftId asked = scene.byDay(byHand, 5);
    assertThat(captain.post(team + "/seats", "opportunity", byHand + "", "shift", asked.toString(), "people", karim.toString(), "people", leila.toString()).leadsTo()).isEqualTo(team);
    Visit desk = Visit.as(port, owner);
    Document list = desk.get("/organizations/" + organization + "/desk/applications").page();
    assertThat(list.select("tbody tr")).as("one line for two people").hasSize(1);
    assertThat(list.select("tbody tr").text()).contains("فريق الحي").contains("شخصان معا").contains("جميعا أو لا أحد");
    String party = list.select("input[name=parties]").val();
    desk.post("/organizations/" + organization + "/desk/applications/acceptances", "parties", party);
    assertThat(scene.count(asked, "accepted")).isEqualTo(2);
    assertThat(rosters.of(asked)).extracting(RosterRow::party).containsOnly("فريق الحي");
    assertThat(desk.get("/organizations/" + organization + "/desk/shifts/" + asked).page().select(".attendance-name").text()).contains("فريق الحي");
    String seats = captain.get(team).page().select("form[action$=/withdrawal]").attr("action");
    assertThat(hers.post(seats).status()).isEqualTo(404);
    captain.post(seats);
    assertThat(scene.taken(asked)).isZero();
  }

  @Test
  void theCaptainReadsThatSomebodyMayNotComeAndOnlyTheyReadWhy() {
    String team = teamOf(karim, leila);
    participation.apply(leila, scene.byDay(scene.opportunity(organization, "at-once", 16), 5), ANY);
    Visit.Answer refused = Visit.as(port, karim).post(team + "/seats", "opportunity", opportunity + "", "shift", shift.toString(), "people", karim.toString(), "people", leila.toString(),
        "fit", "whole");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".teams-people").text()).contains("وصله السبب وحده").doesNotContain("في الوقت نفسه");
    assertThat(refused.page().select("input[name=people][checked]")).as("what was ticked is kept").hasSize(2);
    assertThat(scene.taken(shift)).isZero();
    String told = db.sql("select body from notices.notice where account_id = :id and kind = 'team-obstacle'").param("id", leila.value()).query(String.class).single();
    assertThat(told).contains("تنظيف حديقة التسلية");
    Visit.as(port, karim).post(team + "/seats", "opportunity", opportunity + "", "shift", shift.toString(), "people", karim.toString(), "people", leila.toString(), "fit", "some");
    assertThat(scene.taken(shift)).isEqualTo(1);
  }

  @Test
  void aTeamIsLeftHandedOverAndDissolvedAndGoesOnWhenItsCaptainLeavesThePlatform() {
    String team = teamOf(karim, leila);
    Visit captain = Visit.as(port, karim);
    Visit hers = Visit.as(port, leila);
    captain.post(team + "/leaving");
    assertThat(captain.get(team).status()).as("the only captain stays").isEqualTo(200);
    assertThat(hers.post(team + "/dissolution").status()).isEqualTo(404);
    captain.post(team + "/members/" + leila + "/succession");
    assertThat(hers.get(team).page().select("form[action$=/dissolution]")).hasSize(1);
    captain.post(team + "/leaving");
    assertThat(captain.get(team).status()).isEqualTo(404);
    hers.post(team + "/dissolution");
    assertThat(hers.get(team).status()).isEqualTo(404);

    String other = teamOf(karim, leila);
    accounts.close(karim);
    assertThat(db.sql("select captain_id from teams.team where id = :id").param("id", Long.valueOf(other.replaceAll("\\D", ""))).query(Long.class).single()).isEqualTo(leila.value());
    String last = teamOf(scene.volunteer("وحيد", 1990));
    accounts.close(new AccountId(db.sql("select captain_id from teams.team where id = :id").param("id", Long.valueOf(last.replaceAll("\\D", ""))).query(Long.class).single()));
    assertThat(db.sql("select count(*) from teams.team where id = :id and name is null and dissolved_at is not null").param("id", Long.valueOf(last.replaceAll("\\D", "")))
        .query(Integer.class).single()).as("its name goes with its last captain").isEqualTo(1);
  }

  @Test
  void aFamilyIsNamedInOneApplicationAndTickedOnTheDayWithoutHours() {
    Visit his = Visit.as(port, karim);
    long open = scene.opportunity(organization, "at-once", 8);
    ShiftId byDay = scene.byDay(open, 5);
    assertThat(his.post("/opportunities/" + open + "/family", "shift", byDay.toString(), "name1", "لينا", "born1", (LocalDate.now().getYear() - 12) + "", "relation1", "child", "agreed1", "true")
        .page().text()).contains("تكون المشاركة مع قسم مدرسي أو فوج كشفي");
    ShiftId shift = scene.shift(opportunity, java.time.Instant.now().plus(Duration.ofHours(3)), Duration.ofHours(3), 10);
    String at = "/opportunities/" + opportunity + "/family";
    Visit.Answer again = his.post(at, "shift", shift.toString(), "name1", "سعاد", "born1", "", "relation1", "spouse", "name2", "", "born2", "", "relation2", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().select("#name1").val()).as("nothing typed is lost").isEqualTo("سعاد");
    assertThat(his.post(at, "more", "1", "shift", shift.toString(), "name1", "سعاد", "name2", "").page().select("input[id^=name]")).hasSize(3);
    assertThat(his.post(at, "shift", shift.toString(), "name1", "سعاد", "born1", "١٩٦٠", "relation1", "spouse", "name2", "", "born2", "", "relation2", "").leadsTo()).contains("/apply/done");
    assertThat(scene.taken(shift)).isEqualTo(2);

    Visit desk = Visit.as(port, owner);
    TestClock.one().goAhead(Duration.between(java.time.Instant.now(), participation.facts(shift).startsAt().plusSeconds(60)));
    String roster = "/organizations/" + organization + "/desk/shifts/" + shift;
    Document before = desk.get(roster).page();
    assertThat(before.select("#named").text().replaceAll(HIDDEN, "")).contains("سعاد").contains("مع كريم بلقاسم").contains("حضر 0 من 1");
    String person = before.select("#named input[name=person]").val();
    desk.post(roster + "/named", "person", person, "deed", "came");
    desk.post(roster + "/named", "person", person, "deed", "came");
    assertThat(desk.get(roster).page().select("#named").text().replaceAll(HIDDEN, "")).contains("حضر 1 من 1");
    assertThat(db.sql("select count(*) from attendance.attendance where shift_id = :shift").param("shift", shift.value()).query(Integer.class).single()).as("no attendance, so no hours").isZero();
    desk.post(roster + "/named", "person", person, "deed", "undo");
    assertThat(desk.get(roster).page().select("#named").text().replaceAll(HIDDEN, "")).contains("حضر 0 من 1");
    assertThat(desk.post(roster + "/named", "person", "999999").status()).isEqualTo(404);
  }

  @Test
  void aNamedPersonTakesTheSeatOverByALinkBeforeTheShift() {
    ApplicationId seat = participation.apply(karim, shift, ANY.with(List.of(NamedPerson.of("ليلى", 1990, NamedPerson.Relation.FRIEND, false)))).application();
    long person = named.of(seat).getFirst().id();
    Visit his = Visit.as(port, karim);
    his.post("/commitments/" + seat + "/named/" + person + "/link");
    String link = his.get("/commitments/" + seat + "/company").page().select("#named .teams-link code").text().replaceFirst("^https?://[^/]+", "");
    Visit hers = Visit.as(port, leila);
    assertThat(hers.get(link).page().text().replaceAll(HIDDEN, "")).contains("سمّاك في طلبه: كريم");
    hers.post(link + "/answers");
    assertThat(participation.standing(leila, shift)).isPresent();
    assertThat(scene.taken(shift)).isEqualTo(2);
    assertThat(hers.get(link).status()).as("once").isEqualTo(404);
  }

  @Test
  void aStandInIsFoundOnTheOpportunitysPageAndTakesTheSeatAtOnce() {
    ApplicationId seat = seat(karim, shift);
    Visit his = Visit.as(port, karim);
    his.post("/commitments/" + seat + "/seat-offers", "kind", "stand-in", "to", "anybody");
    assertThat(Visit.as(port, leila).post("/commitments/" + seat + "/seat-offers", "kind", "stand-in").status()).as("not hers to offer").isEqualTo(404);
    Visit hers = Visit.as(port, leila);
    assertThat(hers.get("/opportunities/" + opportunity).page().text().replaceAll(HIDDEN, "")).contains("مكان واحد يبحث عن بديل").doesNotContain("كريم");
    Document list = hers.get("/opportunities/" + opportunity + "/stand-ins").page();
    assertThat(list.text()).doesNotContain("كريم");
    String take = list.select("form[action$=/taking]").attr("action");
    assertThat(his.get(his.post(take).leadsTo()).page().select(".flash").text()).contains("هذا مكانك أنت");
    hers.post(take);
    assertThat(participation.standing(leila, shift)).isPresent();
    assertThat(participation.standing(karim, shift)).isEmpty();
    assertThat(rosters.of(shift)).extracting(RosterRow::name).containsExactly("ليلى زيتوني");
    assertThat(hers.post(take).status()).as("twice").isEqualTo(404);
    assertThat(db.sql("select kind from notices.notice where account_id = :id").param("id", owner.value()).query(String.class).list()).contains("seat-offer-told");
  }

  @Test
  void whereACoordinatorConfirmsTheSeatStaysUntilThenAndNobodyConfirmsTheirOwn() {
    Visit desk = Visit.as(port, owner);
    desk.post("/organizations/" + organization + "/desk/opportunities/" + opportunity + "/seat-offers", "by", "coordinator", "hours", "٢٤");
    ApplicationId seat = seat(karim, shift);
    Visit.as(port, karim).post("/commitments/" + seat + "/seat-offers", "kind", "stand-in", "to", "friend");
    assertThat(new Visit(port).get("/opportunities/" + opportunity).page().text().replaceAll(HIDDEN, "")).as("by its link only").doesNotContain("يبحث عن بديل");
    String link = Visit.as(port, karim).get("/commitments/" + seat + "/company").page().select("#instead .teams-link code").text().replaceFirst("^https?://[^/]+", "");
    Visit hers = Visit.as(port, leila);
    assertThat(hers.get(link).page().text().replaceAll(HIDDEN, "")).contains("يعرض مكانه: كريم");
    hers.post(link + "/answers");
    assertThat(participation.standing(karim, shift)).as("still his").isPresent();
    long waiting = db.sql("select id from teams.seat_offer where state = 'taken' and giver_id = :id").param("id", karim.value()).query(Long.class).single();
    String at = "/organizations/" + organization + "/desk/stand-ins/" + waiting;
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :leila, 'coordinator')").param("id", organization).param("leila", leila.value()).update();
    assertThat(hers.post(at + "/confirmation").status()).isEqualTo(404);
    assertThat(desk.get("/organizations/" + organization + "/desk/stand-ins").page().text().replaceAll(HIDDEN, "")).contains("يأتي ليلى زيتوني مكان كريم بلقاسم");
    desk.post(at + "/confirmation");
    assertThat(participation.standing(leila, shift)).isPresent();
    assertThat(participation.standing(karim, shift)).isEmpty();
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'seat-offer.confirmed' and object_id = :id").param("id", Long.toString(waiting)).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void tooLateIsRefusedWithAClearWord() {
    Visit.as(port, owner).post("/organizations/" + organization + "/desk/opportunities/" + opportunity + "/seat-offers", "by", "at-once", "hours", "96");
    ShiftId shift = scene.shift(opportunity, java.time.Instant.now().plus(Duration.ofHours(3)), Duration.ofHours(3), 10);
    ApplicationId seat = seat(karim, shift);
    Visit his = Visit.as(port, karim);
    assertThat(his.get(his.post("/commitments/" + seat + "/seat-offers", "kind", "stand-in").leadsTo()).page().select(".flash").text()).contains("فات وقت تبديل الأماكن");
    Visit.as(port, owner).post("/organizations/" + organization + "/desk/opportunities/" + opportunity + "/seat-offers", "by", "at-once", "hours", "1");
    his.post("/commitments/" + seat + "/seat-offers", "kind", "stand-in");
    String take = "/seat-offers/" + db.sql("select id from teams.seat_offer where giver_id = :id").param("id", karim.value()).query(Long.class).single() + "/taking";
    TestClock.one().goAhead(Duration.between(java.time.Instant.now(), participation.facts(shift).startsAt().minusSeconds(1800)));
    assertThat(Visit.as(port, leila).post(take).status()).as("no longer listed").isEqualTo(404);
    assertThat(participation.standing(karim, shift)).isPresent();
  }

  @Test
  void twoSwapBetweenShiftsAndAnOfferOfWhoLeavesEnds() {
    ShiftId later = scene.shift(opportunity, participation.facts(shift).startsAt().plus(Duration.ofDays(1)), Duration.ofHours(3), 5);
    ApplicationId his = seat(karim, shift);
    ApplicationId hers = seat(leila, later);
    Visit.as(port, karim).post("/commitments/" + his + "/seat-offers", "kind", "swap", "wants", later.toString());
    Document list = Visit.as(port, leila).get("/opportunities/" + opportunity + "/stand-ins").page();
    assertThat(list.select("form[action$=/taking] input[name=seat]").val()).isEqualTo(hers.toString());
    Visit.as(port, leila).post(list.select("form[action$=/taking]").attr("action"), "seat", hers.toString());
    assertThat(participation.standing(karim, later)).isPresent();
    assertThat(participation.standing(leila, shift)).isPresent();
    ApplicationId now = participation.standing(karim, later).orElseThrow().application();
    Visit.as(port, karim).post("/commitments/" + now + "/seat-offers", "kind", "stand-in");
    accounts.close(karim);
    assertThat(db.sql("select state from teams.seat_offer where application_id = :id").param("id", now.value()).query(String.class).single()).isEqualTo("withdrawn");
  }

  private ApplicationId seat(AccountId person, ShiftId where) {
    return participation.apply(person, where, ANY).application();
  }

  private String invitation(AccountId person, ApplicationId seat) {
    Visit visit = Visit.as(port, person);
    visit.post("/commitments/" + seat + "/link");
    return visit.get("/commitments/" + seat + "/company").page().select("#friends .teams-link code").text().replaceFirst("^https?://[^/]+", "");
  }

  private Document commitments(AccountId person) {
    return Visit.as(port, person).get("/commitments").page();
  }

  private String teamOf(AccountId captain, AccountId... members) {
    Visit visit = Visit.as(port, captain);
    String team = visit.post("/teams", "name", "فريق الحي").leadsTo();
    visit.post(team + "/link");
    String link = visit.get(team).page().select(".teams-link code").text().replaceFirst("^https?://[^/]+", "");
    for (AccountId member : members) {
      Visit.as(port, member).post(link + "/answers");
      visit.post(team + "/members/" + member + "/acceptance");
    }
    return team;
  }
}
