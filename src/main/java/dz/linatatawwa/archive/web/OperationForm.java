package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Told;
import dz.linatatawwa.archive.When;
import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What was typed of an operation, as it was typed: values by name of the field. */
public record OperationForm(Map<String, String> typed) {

  private static final String UNIT = "unit-";
  private static final long MOST_UNITS = 1_000_000_000;
  private static final long MOST_HOURS = 100_000_000;

  public OperationForm {
    typed = Map.copyOf(typed);
  }

  static OperationForm blank() {
    return new OperationForm(Map.of("precision", "day"));
  }

  /** @param fieldOrActivity what the list of fields and activities sends */
  static OperationForm of(Told told, String fieldOrActivity) {
    Map<String, String> typed = new HashMap<>();
    When when = told.when();
    typed.put("title", told.title());
    typed.put("about", told.about());
    typed.put("precision", when.precision().code());
    if (when.precision() == When.Precision.DAY) {
      typed.put("first", when.first().toString());
      typed.put("last", when.days() == 1 ? "" : when.last().toString());
    }
    if (when.precision() == When.Precision.MONTH) typed.put("month", Integer.toString(when.first().getMonthValue()));
    if (when.precision() != When.Precision.DAY) typed.put("year", Integer.toString(when.first().getYear()));
    if (told.wilaya() == null) typed.put("several", "true");
    else typed.put("wilaya", told.wilaya().value());
    if (told.commune() != null) typed.put("commune", told.commune().value());
    typed.put("group", told.organizationName());
    typed.put("ledBy", told.ledBy());
    if (told.ledShown()) typed.put("ledShown", "true");
    typed.put("field", fieldOrActivity);
    typed.put("people", told.people() == null ? "" : told.people().toString());
    typed.put("hours", told.minutes() == null ? "" : BigDecimal.valueOf(told.minutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
    typed.put("reason", told.reason());
    told.units().forEach((unit, quantity) -> typed.put(UNIT + unit.code(), quantity.toString()));
    typed.put("press", String.join("\n", told.press()));
    return new OperationForm(typed);
  }

  /** As typed; empty where nothing was. */
  public String get(String name) {
    return typed.getOrDefault(name, "");
  }

  public boolean ticked(String name) {
    return get(name).equals("true");
  }

  /** Reads it, or says what is wrong.
   *  @param owner    the organisation that tells; null: a group that is none of ours
   *  @param communes what was typed, within a wilaya, as a commune
   *  @param about    the field and activity that the list sends */
  Optional<Told> read(@Nullable OrganizationId owner, BiFunction<String, String, Optional<CommuneCode>> communes, BiFunction<String, Problems, String[]> about,
      List<Unit> offered, Problems problems) {
    String title = line("title", 3, 160, problems);
    When when = when(problems);
    WilayaCode wilaya = ticked("several") ? null : WilayaCode.of(get("wilaya")).orElse(null);
    if (wilaya == null && !ticked("several")) problems.add("wilaya", "archive.problem.place");
    CommuneCode commune = commune(wilaya, communes, problems);
    String[] what = about.apply(get("field"), problems);
    Integer people = people(problems);
    Long minutes = minutes(problems);
    String text = Typed.text(get("about"));
    if (text.length() > 5_000) problems.add("about", "site.problem.tooLong", 5_000);
    String group = owner == null ? line("group", 0, 200, problems) : "";
    if (group.length() == 1) problems.add("group", "site.problem.required");
    String led = line("ledBy", 0, 120, problems);
    if (led.length() == 1) problems.add("ledBy", "site.problem.required");
    String reason = line("reason", 0, 300, problems);
    if (!reason.isEmpty() && reason.length() < 5) problems.add("reason", "archive.problem.overTwelve");
    Map<Unit, Long> units = units(offered, problems);
    List<String> press = press(problems);
    if (problems.any() || when == null) return Optional.empty();
    return Optional.of(new Told(title, text, when, wilaya, commune, owner, group, led, ticked("ledShown") && !led.isEmpty(), what[0].isEmpty() ? null : what[0],
        what[1].isEmpty() ? null : what[1], people, minutes, reason, units, press));
  }

  private @Nullable When when(Problems problems) {
    return switch (get("precision")) {
      case "day" -> days(problems);
      case "month" -> month(problems);
      case "year" -> {
        Integer year = year(problems);
        yield year == null ? null : When.year(year);
      }
      default -> {
        problems.add("precision", "site.problem.choice");
        yield null;
      }
    };
  }

  private @Nullable When days(Problems problems) {
    LocalDate first = date("first");
    LocalDate last = get("last").isBlank() ? first : date("last");
    if (first == null) problems.add("first", "site.problem.date");
    if (last == null && !get("last").isBlank()) problems.add("last", "site.problem.date");
    if (first == null || last == null) return null;
    if (last.isBefore(first)) {
      problems.add("last", "archive.problem.order");
      return null;
    }
    return When.days(first, last);
  }

  private @Nullable When month(Problems problems) {
    Integer year = year(problems);
    String month = Digits.latin(get("month").strip());
    if (!month.matches("[1-9]|1[0-2]")) problems.add("month", "site.problem.choice");
    return year == null || problems.of("month") != null ? null : When.month(YearMonth.of(year, Integer.parseInt(month)));
  }

  private @Nullable Integer year(Problems problems) {
    String year = Digits.latin(get("year").strip());
    if (year.matches("(19|20)\\d{2}")) return Integer.valueOf(year);
    problems.add("year", "archive.problem.year");
    return null;
  }

  private @Nullable CommuneCode commune(@Nullable WilayaCode wilaya, BiFunction<String, String, Optional<CommuneCode>> communes, Problems problems) {
    if (wilaya == null || get("commune").isBlank()) return null;
    Optional<CommuneCode> found = communes.apply(wilaya.value(), get("commune"));
    if (found.isEmpty()) problems.add("commune", "archive.problem.commune");
    return found.orElse(null);
  }

  private @Nullable Integer people(Problems problems) {
    String number = whole("people");
    if (number.isEmpty()) return null;
    if (number.matches("\\d{1,7}")) return Integer.valueOf(number);
    problems.add("people", "archive.problem.people", 1_000_000);
    return null;
  }

  private @Nullable Long minutes(Problems problems) {
    String number = Digits.latin(get("hours").strip()).replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "");
    if (number.isEmpty()) return null;
    if (number.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      BigDecimal hours = new BigDecimal(number);
      long minutes = hours.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).longValueExact();
      if (minutes > 0 && hours.longValue() <= MOST_HOURS) return minutes;
    }
    problems.add("hours", "archive.problem.hours");
    return null;
  }

  private Map<Unit, Long> units(List<Unit> offered, Problems problems) {
    Map<Unit, Long> units = new LinkedHashMap<>();
    for (Unit unit : offered) {
      String number = whole(UNIT + unit.code());
      if (number.isEmpty() || number.equals("0")) continue;
      if (number.matches("\\d{1,10}") && Long.parseLong(number) <= MOST_UNITS) units.put(unit, Long.valueOf(number));
      else problems.add(UNIT + unit.code(), "archive.problem.quantity");
    }
    return units;
  }

  private List<String> press(Problems problems) {
    List<String> links = new ArrayList<>();
    for (String written : get("press").split("\\s+")) {
      String link = Typed.line(written);
      if (link.isEmpty()) continue;
      if (links.size() >= Told.MOST_PRESS) problems.add("press", "archive.problem.pressMany", Told.MOST_PRESS);
      else if (!isAddress(link)) problems.add("press", "archive.problem.press");
      else if (!links.contains(link)) links.add(link);
    }
    return links;
  }

  private static boolean isAddress(String link) {
    try {
      URI address = new URI(link);
      return link.length() <= 500 && "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null && address.getHost().contains(".");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private String whole(String name) {
    return Digits.latin(get(name).strip()).replaceAll("[\\s\u00a0\u202f]", "");
  }

  private String line(String name, int least, int most, Problems problems) {
    if (Typed.deceives(get(name))) problems.add(name, "site.problem.characters");
    String line = Typed.line(get(name));
    if (line.length() < least) problems.add(name, "site.problem.required");
    if (line.length() > most) problems.add(name, "site.problem.tooLong", most);
    return line;
  }

  private @Nullable LocalDate date(String name) {
    try {
      return LocalDate.parse(Digits.latin(get(name).strip()));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
