package dz.linatatawwa.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Preference.Pace;
import dz.linatatawwa.notices.Preference.Use;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reaches whom, when and how: the one place that decides. Saturday, 5 December 2026. */
class RoutingTests {

  private static final Instant NOON = Instant.parse("2026-12-05T11:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-12-05T21:30:00Z");
  private static final Instant MORNING = Instant.parse("2026-12-06T06:00:00Z");
  private static final String MAIL = "amina@example.dz";
  private static final String PHONE = "+213551234567";

  @Test
  void usuallyAnEmailAtOnceAndATextMessageOnlyWhereNothingElseReaches() {
    assertThat(ways(reader(MAIL, PHONE), Topic.SEATS, NOON)).containsExactly("email " + NOON);
    assertThat(ways(reader(null, PHONE), Topic.SEATS, NOON)).containsExactly("sms " + NOON);
    assertThat(ways(reader(null, PHONE, 7L), Topic.SEATS, NOON)).containsExactly("push " + NOON);
    assertThat(ways(reader(MAIL, PHONE, 7L, 8L), Topic.SEATS, NOON)).containsExactly("email " + NOON, "push " + NOON, "push " + NOON);
    assertThat(ways(reader(null, null), Topic.SEATS, NOON)).isEmpty();
    assertThat(ways(reader(null, PHONE), Topic.NEWS, NOON)).as("announcements cost nothing unless somebody asks for them").isEmpty();
  }

  @Test
  void phonesStayQuietAtNightAndMailDoesNotWait() {
    assertThat(ways(reader(null, PHONE), Topic.SEATS, NIGHT)).containsExactly("sms " + MORNING);
    assertThat(ways(reader(MAIL, null, 7L), Topic.SEATS, NIGHT)).containsExactly("email " + NIGHT, "push " + MORNING);
  }

  @Test
  void whatIsUrgentGoesEveryWayAtOnceWhateverWasChosen() {
    Reader never = new Reader(new AccountId(1), MAIL, PHONE, Language.AR, new Preference(Pace.NEVER, Use.NEVER, false), QuietHours.USUAL, List.of(7L));
    assertThat(plan(never, Topic.SEATS, true, NIGHT)).containsExactly("email " + NIGHT, "push " + NIGHT);
    assertThat(plan(reader(MAIL, PHONE), Topic.SEATS, true, NIGHT)).as("a text message where no browser shows it").containsExactly("email " + NIGHT, "sms " + NIGHT);
  }

  @Test
  void whatConcernsTheAccountGoesWhereThePersonSignsIn() {
    Reader never = new Reader(new AccountId(1), MAIL, PHONE, Language.AR, new Preference(Pace.NEVER, Use.NEVER, false), QuietHours.USUAL, List.of(7L));
    assertThat(plan(never, Topic.ACCOUNT, false, NOON)).containsExactly("email " + NOON);
    assertThat(ways(reader(null, PHONE, 7L), Topic.ACCOUNT, NOON)).containsExactly("sms " + NOON);
  }

  @Test
  void aDigestIsMadeInTheEveningOrOnSunday() {
    assertThat(digest(Pace.DAILY, NOON)).isEqualTo(Instant.parse("2026-12-05T17:00:00Z"));
    assertThat(digest(Pace.DAILY, NIGHT)).isEqualTo(Instant.parse("2026-12-06T17:00:00Z"));
    assertThat(digest(Pace.WEEKLY, NOON)).isEqualTo(Instant.parse("2026-12-06T07:00:00Z"));
    assertThat(digest(Pace.WEEKLY, Instant.parse("2026-12-06T07:00:00Z"))).isEqualTo(Instant.parse("2026-12-13T07:00:00Z"));
    assertThat(digest(Pace.NEVER, NOON)).isNull();
    Reader both = new Reader(new AccountId(1), MAIL, PHONE, Language.AR, new Preference(Pace.DAILY, Use.NEEDED, true), QuietHours.USUAL, List.of());
    assertThat(ways(both, Topic.HOURS, NOON)).as("a letter that comes later is no reason to pay for a text message").isEmpty();
  }

  @Test
  void quietHoursAreThePersonsOwn() {
    assertThat(QuietHours.USUAL.after(NOON)).isEqualTo(NOON);
    assertThat(QuietHours.USUAL.after(Instant.parse("2026-12-05T19:59:59Z"))).isEqualTo(Instant.parse("2026-12-05T19:59:59Z"));
    assertThat(QuietHours.USUAL.after(Instant.parse("2026-12-05T20:00:00Z"))).isEqualTo(MORNING);
    assertThat(QuietHours.USUAL.after(Instant.parse("2026-12-06T03:00:00Z"))).isEqualTo(MORNING);
    assertThat(QuietHours.USUAL.after(MORNING)).isEqualTo(MORNING);
    assertThat(new QuietHours(12, 14).after(Instant.parse("2026-12-05T11:30:00Z"))).isEqualTo(Instant.parse("2026-12-05T13:00:00Z"));
    assertThat(new QuietHours(0, 23).after(Instant.parse("2026-12-05T23:00:00Z"))).isEqualTo(Instant.parse("2026-12-06T22:00:00Z"));
    assertThat(new QuietHours(9, 9).after(NIGHT)).as("none").isEqualTo(NIGHT);
  }

  @Test
  void everyKindThatTheRoomsTellHasATopic() throws Exception {
    Pattern told = Pattern.compile("notices\\.(?:tell|tellAll|tellUrgently|leave)\\([^;\"]*?\"([a-z-]+)\"");
    Set<String> homeless = new TreeSet<>();
    int found = 0;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Matcher kind = told.matcher(Files.readString(file));
        while (kind.find()) {
          found++;
          if (Topic.of(kind.group(1)) == Topic.OTHER) homeless.add(kind.group(1) + " in " + file);
        }
      }
    }
    assertThat(found).isGreaterThan(30);
    assertThat(homeless).as("kinds about which nobody can choose: give them a beginning in Topic").isEmpty();
  }

  private static List<String> ways(Reader reader, Topic topic, Instant now) {
    Reader usual = reader.wants().equals(Preference.usual(Topic.SEATS)) ? new Reader(reader.id(), reader.email(), reader.phone(), reader.language(), Preference.usual(topic), reader.quiet(), reader.browsers()) : reader;
    return plan(usual, topic, false, now);
  }

  private static List<String> plan(Reader reader, Topic topic, boolean urgent, Instant now) {
    return Routing.plan(reader, topic, urgent, now).ways().stream().map(way -> way.channel() + " " + way.from()).toList();
  }

  private static @Nullable Instant digest(Pace pace, Instant now) {
    return Routing.plan(new Reader(new AccountId(1), MAIL, null, Language.AR, new Preference(pace, Use.NEEDED, true), QuietHours.USUAL, List.of()), Topic.HOURS, false, now).digest();
  }

  private static Reader reader(@Nullable String email, @Nullable String phone, Long... browsers) {
    return new Reader(new AccountId(1), email, phone, Language.AR, Preference.usual(Topic.SEATS), QuietHours.USUAL, List.of(browsers));
  }
}
