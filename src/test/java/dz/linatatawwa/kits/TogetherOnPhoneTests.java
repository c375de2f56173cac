package dz.linatatawwa.kits;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Parties;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.SeatChanges;
import dz.linatatawwa.participation.Together;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a phone's roster says of those who come together. */
@WorldTest
class TogetherOnPhoneTests {

  @Autowired RosterText roster;
  @Autowired Participation participation;
  @Autowired Parties parties;
  @Autowired SeatChanges changes;
  @Autowired JdbcClient db;

  @Test
  void theRosterNamesTheTeamAndWhoComesAlongAndFollowsASeatThatChangesHands() {
    Scene scene = new Scene(db);
    ShiftId shift = scene.byDay(scene.opportunity(scene.organization(scene.account("أمينة")), "at-once", 16), 9);
    AccountId karim = scene.volunteer("كريم", 1958);
    AccountId leila = scene.volunteer("ليلى", 1990);
    AccountId fatima = scene.volunteer("فاطمة", 1980);
    ApplicationId seat = parties.apply(new Together(shift, "team", "فريق الحي", true, karim, List.of(karim), null)).answers().get(karim).application();
    participation.apply(fatima, shift, new Wish(null, "", false).with(List.of(NamedPerson.of("سعاد", 1955, NamedPerson.Relation.PARENT, false))));
    assertThat(rows(shift, false)).extracting(RosterText.Row::n, RosterText.Row::t, RosterText.Row::a)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("فاطمة", null, "سعاد"), org.assertj.core.groups.Tuple.tuple("كريم", "فريق الحي", null));
    assertThat(rows(shift, true)).as("a kiosk names neither").allMatch(row -> row.t() == null && row.a() == null);
    changes.standIn(seat, leila);
    assertThat(rows(shift, false)).extracting(RosterText.Row::n).containsExactly("فاطمة", "ليلى");
  }

  private List<RosterText.Row> rows(ShiftId shift, boolean kiosk) {
    return roster.of(participation.facts(shift), kiosk);
  }
}
