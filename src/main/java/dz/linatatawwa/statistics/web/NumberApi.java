package dz.linatatawwa.statistics.web;

import dz.linatatawwa.integrity.SampleRate;
import io.swagger.v3.oas.annotations.tags.Tag;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.statistics.NationalNumbers;
import dz.linatatawwa.statistics.NationTables;
import dz.linatatawwa.statistics.Numbers;
import dz.linatatawwa.statistics.WilayaNumbers;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The nation's numbers as JSON; null where fewer than five persons stand behind a number, and for the one beside it. */
@Tag(name = "Numbers", description = "The nation’s numbers, each as of when")
@RestController
class NumberApi {

  private final NationalNumbers figures;

  NumberApi(NationalNumbers figures) {
    this.figures = figures;
  }

  /** @param wilayas 69, 58 or 48 */
  @GetMapping("/api/numbers")
  @Operation(summary = "The nation’s numbers")
  Answer numbers(@RequestParam(defaultValue = "69") String wilayas) {
    Numbers now = figures.now();
    NationTables tables = figures.tables();
    Division division = Division.of(wilayas);
    return new Answer(now.asOf(), shown(now.activeMonth()), shown(now.activeYear()), shown(now.minutes()), shown(now.minutesYear()), now.lateMinutes(),
        now.organizations(), now.opportunities(), now.placesLeft(), sample(now.sample()), tables.months().stream().map(m -> new Month(m.month().toString(), shown(m.minutes()))).toList(),
        division.wilayas(), tables.of(division).stream().map(NumberApi::row).toList());
  }

  private static Row row(WilayaNumbers row) {
    return new Row(row.code(), row.name().ar(), row.name().fr(), shown(row.active()), shown(row.minutes()), row.organizations(), row.opportunities());
  }

  private static @Nullable Sample sample(SampleRate rate) {
    return rate.shown() ? new Sample(rate.asked(), rate.answered(), rate.confirmed()) : null;
  }

  private static @Nullable Long shown(long number) {
    return number == WilayaNumbers.HIDDEN ? null : number;
  }

  /** Everything that the page shows. */
  record Answer(Instant asOf, @Nullable Long activeVolunteers30Days, @Nullable Long activeVolunteers12Months, @Nullable Long confirmedMinutes,
      @Nullable Long confirmedMinutes12Months, long confirmedMinutesOfOtherGrades, long verifiedOrganizations, long openOpportunities, long placesLeft,
      @Nullable Sample randomSample12Months, List<Month> months, int division, List<Row> wilayas) {}

  /** A random sample of confirmed hours, asked back to the volunteers; null while fewer than twenty have answered. */
  record Sample(long asked, long answered, long confirmed) {}

  /** One month, as 2026-11. */
  record Month(String month, @Nullable Long confirmedMinutes) {}

  /** One wilaya. */
  record Row(String code, String nameAr, @Nullable String nameFr, @Nullable Long activeVolunteers12Months, @Nullable Long confirmedMinutes,
      long verifiedOrganizations, long openOpportunities) {}
}
