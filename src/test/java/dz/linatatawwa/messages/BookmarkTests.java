package dz.linatatawwa.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookmarkTests {

  @Test
  void aPlaceInAListIsReadAsItWasWritten() {
    Bookmark place = new Bookmark(Instant.parse("2026-12-05T09:30:00.123456Z"), 71);
    assertThat(Bookmark.read(place.toString())).contains(place);
  }

  @Test
  void whatIsNoPlaceIsTheBeginning() {
    for (String typed : new String[] {"", "-", "1-", "-1", "١-١", "1-99999999999999999999", "99999999999999999999-1", "1-1 or 1=1"}) assertThat(Bookmark.read(typed)).as(typed).isEmpty();
  }

  @Test
  void onlyThreeKindsOfPeopleAreReached() {
    assertThat(Reach.read("campaign-3").orElseThrow().code()).isEqualTo("campaign-3");
    for (String typed : new String[] {"", "shift-0", "shift--1", "organization-1", "shift-1; drop", "opportunity-9999999999999999999"}) assertThat(Reach.read(typed)).as(typed).isEmpty();
  }
}
