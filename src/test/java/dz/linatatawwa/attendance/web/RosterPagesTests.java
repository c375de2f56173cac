package dz.linatatawwa.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.RosterRow;
import dz.linatatawwa.attendance.Rosters;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A roster that does not fit on one page. */
@WorldTest
class RosterPagesTests {

  private static final int PEOPLE = 120;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Rosters rosters;

  Visit desk;
  ShiftId shift;
  String at;

  @BeforeEach
  void aLongDay() {
    Scene scene = new Scene(db);
    AccountId owner = scene.account("أمينة");
    long organization = scene.organization(owner);
    shift = scene.today(scene.opportunity(organization, "at-once", 16), 200);
    for (int i = 0; i < PEOPLE; i++) scene.seat(shift, scene.volunteer((i % 2 == 0 ? "سمير " : "Lynda ") + "%03d".formatted(i), 1980));
    desk = Visit.as(port, owner);
    at = "/organizations/" + organization + "/desk/shifts/" + shift;
  }

  @Test
  void everybodyStandsOnOnePageAndInTheSameOrderAsOnPaper() {
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) seen.addAll(names(desk.get(at + "?page=" + page).page()));
    assertThat(seen).hasSize(PEOPLE).doesNotHaveDuplicates().isEqualTo(rosters.of(shift).stream().map(RosterRow::name).toList());
    List<String> paper = desk.get(at + "/print").page().select(".attendance-paper tbody tr td:nth-child(2)").eachText().stream().filter(name -> !name.isEmpty()).toList();
    assertThat(paper).isEqualTo(seen);
    Document first = desk.get(at).page();
    assertThat(names(first)).hasSize(50);
    assertThat(first.select(".attendance-counts dd").first().text()).as("all are counted, not only those shown").isEqualTo("120");
    assertThat(names(desk.get(at + "?page=99").page())).as("beyond the last page, the last").isEqualTo(seen.subList(100, 120));
    assertThat(names(desk.get(at + "?page=-3").page())).isEqualTo(names(first));
  }

  @Test
  void aNameIsFoundOnWhateverPageItWouldStandAndTheSearchIsPagedToo() {
    assertThat(names(desk.get(at + "?q=LYNDA").page())).hasSize(50);
    assertThat(names(desk.get(at + "?q=LYNDA&page=2").page())).hasSize(10);
    assertThat(names(desk.get(at + "?q=LYNDA&page=9").page())).hasSize(10);
    assertThat(names(desk.get(at + "?q=%D8%B3%D9%85%D9%8A%D8%B1%20118").page())).containsExactly("سمير 118");
    assertThat(desk.get(at + "?q=nobody").page().select(".attendance-roll > li")).isEmpty();
  }

  @Test
  void whoeverIsMarkedOnTheThirdPageIsSeenThereAndTakenBackThere() {
    Document third = desk.get(at + "?page=3").page();
    var form = third.select(".attendance-roll form").last();
    String person = form.select("input[name=volunteer]").val();
    var marked = desk.post(form.attr("action"), "deed", "check-in", "volunteer", person, "key", form.select("input[name=key]").val(), "q", form.select("input[name=q]").val(), "page",
        form.select("input[name=page]").val());
    assertThat(marked.leadsTo()).isEqualTo(at + "?page=3#p" + person);
    Document after = desk.get(at + "?page=3").page();
    assertThat(after.select("#p" + person).hasClass("attendance-in")).isTrue();
    assertThat(after.select("form[action*=deed=undo]").attr("action")).as("the undo leads back as well").contains("page=3");
    assertThat(desk.post(at + "/corrections", "volunteer", person, "key", UUID.randomUUID().toString(), "page", "3").leadsTo()).startsWith(at + "?page=3");
  }

  @Test
  void aLongSheetGoesOutWhileItIsWritten() {
    assertThat(desk.get(at + "/print").header("Content-Length")).isEmpty();
    assertThat(desk.get(at).header("Content-Length")).isPresent();
    assertThat(rosters.pageOf(shift, rosters.of(shift).get(99).volunteerId())).isEqualTo(2);
    assertThat(rosters.pageOf(shift, rosters.of(shift).get(100).volunteerId())).isEqualTo(3);
  }

  private static List<String> names(Document page) {
    return page.select(".attendance-roll > li .attendance-name bdi").eachText();
  }
}
