package dz.linatatawwa.means;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MonthTests {

  @Test
  void aDayIsFreePartlyFreeOrTakenAsItsHoursAre() {
    List<Booking> holding = List.of(booking("2026-12-07T08:00", "2026-12-07T12:00"), booking("2026-12-09T18:00", "2026-12-11T10:00"),
        booking("2026-12-15T05:00", "2026-12-15T13:00"), booking("2026-12-15T13:00", "2026-12-15T21:00"));
    Month month = Month.of(YearMonth.of(2026, 12), holding, LocalDate.of(2026, 12, 3));
    assertThat(state(month, 2)).isEqualTo("past");
    assertThat(state(month, 3)).isEqualTo("free");
    assertThat(state(month, 7)).isEqualTo("part");
    assertThat(state(month, 9)).isEqualTo("part");
    assertThat(state(month, 10)).isEqualTo("full");
    assertThat(state(month, 11)).isEqualTo("part");
    assertThat(state(month, 15)).as("two that follow each other").isEqualTo("full");
    assertThat(month.weeks()).allSatisfy(week -> assertThat(week).hasSize(7));
    assertThat(month.weeks().stream().flatMap(List::stream).filter(Objects::nonNull)).hasSize(31);
  }

  private static String state(Month month, int day) {
    return month.weeks().stream().flatMap(List::stream).filter(found -> found != null && found.day().getDayOfMonth() == day).findFirst().orElseThrow().state();
  }

  private static Booking booking(String from, String to) {
    LocalName name = new LocalName("جمعية الأفق", null, null);
    return new Booking(new BookingId(1), new ThingId(1), "خيمة", new ThingCode("LT00000018"), new OrganizationId(1), name, new OrganizationId(1), name,
        LocalDateTime.parse(from).atZone(Words.ZONE).toInstant(), LocalDateTime.parse(to).atZone(Words.ZONE).toInstant(), "حملة", BookingState.AGREED, null);
  }
}
