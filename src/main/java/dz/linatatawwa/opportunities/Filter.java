package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A search as the address says it; whatever does not exist or makes no sense is left out, so that every address shows a list.
 *  @param when {@code today}, {@code weekend}, {@code week}, {@code month} or empty
 *  @param map  shown as a map */
public record Filter(String words, @Nullable WilayaCode wilaya, @Nullable Commune commune, String field, String activity, String when,
    @Nullable LocalDate from, @Nullable LocalDate to, String audience, @Nullable Integer age, boolean remote, boolean left,
    @Nullable OrganizationId organization, @Nullable CampaignId campaign, String sort, SearchCriteria.@Nullable Near near, boolean map) {

  /** @param asked names and values of the address */
  public static Filter read(Map<String, String> asked, Places places, Taxonomy taxonomy) {
    Address address = new Address(asked);
    WilayaCode wilaya = WilayaCode.of(address.value("wilaya")).flatMap(places::wilaya).map(found -> found.code()).orElse(null);
    Commune commune = commune(address.value("commune"), wilaya, places);
    String activity = taxonomy.activity(address.value("activity")).map(found -> found.code()).orElse("");
    String field = taxonomy.activity(activity).map(found -> found.field()).or(() -> taxonomy.field(address.value("field")).map(found -> found.code()))
        .orElse("");
    String audience = Audiences.ALL.contains(address.value("audience")) ? address.value("audience") : "";
    return new Filter(address.words(), commune == null ? wilaya : commune.wilaya(), commune, field, activity,
        address.oneOf("when", "today", "weekend", "week", "month"), address.day("from"), address.day("to"), audience, address.number("age", 5, 99),
        address.yes("remote"), address.yes("left"), address.id("organization").map(OrganizationId::new).orElse(null),
        address.id("campaign").map(CampaignId::new).orElse(null), address.oneOf("sort", "date", "distance"), address.near(),
        address.value("view").equals("map"));
  }

  /** Sorted by distance from a commune, the commune is where we measure from and no bound. */
  public SearchCriteria criteria(LocalDate today) {
    boolean far = sort.equals("distance") && (commune != null || near != null);
    SearchCriteria.Near from = near != null ? near : commune == null ? null : new SearchCriteria.Near(commune.at().lat(), commune.at().lon());
    boolean around = far && near == null;
    return new SearchCriteria(words, around ? null : wilaya, around || commune == null ? null : commune.code(), none(field), none(activity),
        firstDay(today), lastDay(today), none(audience), age, remote, left, organization, campaign,
        far ? SearchCriteria.Sort.DISTANCE : sort.equals("date") ? SearchCriteria.Sort.DATE : SearchCriteria.Sort.NEED, far || near != null ? from : null);
  }

  /** Whether anything narrows the list. */
  public boolean narrows() {
    return !words.isEmpty() || wilaya != null || !field.isEmpty() || !when.isEmpty() || from != null || to != null || !audience.isEmpty()
        || age != null || remote || left || organization != null || campaign != null;
  }

  private @Nullable LocalDate firstDay(LocalDate today) {
    return switch (when) {
      case "today", "week", "month" -> today;
      case "weekend" -> today.getDayOfWeek() == DayOfWeek.SATURDAY ? today : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
      default -> from;
    };
  }

  private @Nullable LocalDate lastDay(LocalDate today) {
    return switch (when) {
      case "today" -> today;
      case "week" -> today.plusDays(6);
      case "month" -> today.plusDays(30);
      case "weekend" -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
      default -> to;
    };
  }

  private static @Nullable Commune commune(String typed, @Nullable WilayaCode wilaya, Places places) {
    if (typed.isEmpty()) return null;
    return CommuneCode.of(typed).flatMap(places::commune).or(() -> places.communesNamed(typed).stream()
        .filter(found -> wilaya == null || found.wilaya().equals(wilaya)).findFirst()).orElse(null);
  }

  private static @Nullable String none(String value) {
    return value.isEmpty() ? null : value;
  }

  /** Reads values that anybody may have written. */
  private record Address(Map<String, String> asked) {

    String value(String name) {
      return Typed.line(asked.getOrDefault(name, ""));
    }

    String words() {
      String words = value("q");
      return words.length() > 120 ? words.substring(0, 120) : words;
    }

    boolean yes(String name) {
      return value(name).equals("true") || value(name).equals("1");
    }

    String oneOf(String name, String... values) {
      for (String value : values) if (value.equals(value(name))) return value;
      return "";
    }

    Optional<Long> id(String name) {
      String typed = value(name);
      return !typed.isEmpty() && typed.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }

    @Nullable Integer number(String name, int least, int most) {
      String typed = Digits.latin(value(name));
      if (typed.isEmpty() || !typed.matches("\\d{1,3}")) return null;
      int number = Integer.parseInt(typed);
      return number >= least && number <= most ? number : null;
    }

    @Nullable LocalDate day(String name) {
      try {
        LocalDate day = value(name).isEmpty() ? null : LocalDate.parse(Digits.latin(value(name)));
        return day == null || day.getYear() < 2000 || day.getYear() > 2199 ? null : day;
      } catch (DateTimeParseException e) {
        return null;
      }
    }

    /** Rounded to about a kilometre: the address may be passed on, and says no more of its sender than the town. */
    SearchCriteria.@Nullable Near near() {
      if (!asked.containsKey("lat") || !asked.containsKey("lon")) return null;
      try {
        double lat = Math.round(Double.parseDouble(value("lat")) * 100) / 100.0;
        double lon = Math.round(Double.parseDouble(value("lon")) * 100) / 100.0;
        return SearchCriteria.Near.possible(lat, lon) ? new SearchCriteria.Near(lat, lon) : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }
}
