package dz.linatatawwa.imports;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Activity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of past operations. A time or a place that is known only roughly is kept as roughly as it is written. */
@Component
class OperationRows {

  private static final Map<String, List<String>> WORDS = Lists.of("words.txt");
  private static final Map<String, String> UNIT_COLUMNS = Map.of("trees", "trees", "waste_bags", "waste-bags", "meals", "meals", "blood_bags", "blood-bags");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))?");
  private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[\\s\u00a0\u202f](?=\\d{3}(?!\\d))");
  private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

  private final Whereabouts whereabouts;
  private final FieldWords fields;
  private final Places places;

  OperationRows(Whereabouts whereabouts, FieldWords fields, Places places) {
    this.whereabouts = whereabouts;
    this.fields = fields;
    this.places = places;
  }

  /** What was read before: tables say the same few thousand places, fields and dates again and again. Bounded; one for each run. */
  static final class Memory {

    private static final int MOST = 4_000;

    private final Map<String, Where> places = new Bounded<>();
    private final Map<String, Optional<String>> fields = new Bounded<>();
    private final Map<String, Optional<Dated>> dates = new Bounded<>();

    private static final class Bounded<V> extends LinkedHashMap<String, V> {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
      }
    }

    private static <V> V of(Map<String, V> known, String key, Function<String, V> read) {
      V value = known.get(key);
      if (value == null) {
        value = read.apply(key);
        known.put(key, value);
      }
      return value;
    }
  }

  /** A place and what was found on the way to it. */
  private record Where(@Nullable WilayaCode wilaya, @Nullable CommuneCode commune, List<Fault> faults) {}

  /** The operation of a row; nothing when the row is bad.
   *  @param scope within which numbers of rows mean something
   *  @param owned whether all rows belong to one organisation that was chosen beforehand */
  Optional<BroughtOperation> read(Cells cells, String scope, boolean owned, Memory memory) {
    YesNo.refuseDeleted(cells);
    String title = cells.line("title", 160);
    if (title.length() < 3) cells.bad("title", "imports.reason.titleMissing");
    Dated when = when(cells, memory);
    Where where = where(cells, memory);
    String owner = owned ? "" : cells.line("organization", 200);
    Integer people = people(cells);
    Long minutes = minutes(cells);
    Map<String, Long> units = units(cells);
    String about = cells.lines("about", 5_000);
    String leader = cells.line("leader", 120);
    String reason = cells.line("reason", 300);
    if (when == null || cells.isBad()) return Optional.empty();
    Optional<Activity> activity = cells.raw("activity").isBlank() ? Optional.empty() : fields.activity(cells);
    String field = activity.map(Activity::field).or(() -> field(cells, memory)).orElse(null);
    return Optional.of(new BroughtOperation(cells.row(), key(cells, scope, title, when, where, owner), title, orNull(about, 1), when.first(), when.last(), when.precision(),
        where.wilaya, where.commune, null, orNull(owner, 2), orNull(leader, 2), field, activity.map(Activity::code).orElse(null), people, minutes, orNull(reason, 5),
        units, link(cells)));
  }

  private @Nullable Dated when(Cells cells, Memory memory) {
    Dated start = date(cells, "start", memory);
    if (start == null) return null;
    if (cells.raw("end").isBlank()) return start;
    Dated end = date(cells, "end", memory);
    if (end == null) return null;
    if (end.last().isBefore(start.first())) {
      cells.bad("end", "imports.reason.endsBeforeItStarts");
      return null;
    }
    return start.equals(end) ? start : new Dated(start.first(), end.last(), "day");
  }

  private static @Nullable Dated date(Cells cells, String field, Memory memory) {
    String raw = cells.raw(field);
    Optional<Dated> read = Memory.of(memory.dates, raw, Dated::read).filter(date -> !date.first().isBefore(OLDEST));
    if (read.isEmpty()) cells.bad(field, raw.isBlank() ? "imports.reason.dateMissing" : "imports.reason.notAPastDate");
    return read.orElse(null);
  }

  private Where where(Cells cells, Memory memory) {
    String raw = cells.raw("wilaya") + "\n" + cells.raw("commune") + "\n" + cells.raw("lat") + "\n" + cells.raw("lon");
    Where where = Memory.of(memory.places, raw, all -> look(cells));
    where.faults.forEach(fault -> {
      if (fault.bad()) cells.bad(fault.field(), fault.reason(), fault.arguments().toArray());
      else cells.note(fault.field(), fault.reason(), fault.arguments().toArray());
    });
    return where;
  }

  /** A commune that is not found within a wilaya that is leaves the wilaya. */
  private Where look(Cells cells) {
    if (isSeveral(cells.raw("wilaya")) || isSeveral(cells.raw("commune"))) return new Where(null, null, List.of());
    Cells tried = cells.again();
    Optional<Commune> commune = whereabouts.commune(tried);
    if (commune.isPresent()) return new Where(commune.get().wilaya(), commune.get().code(), tried.faults());
    Optional<Wilaya> wilaya = cells.raw("wilaya").isBlank() ? Optional.empty() : places.wilayaNamed(cells.raw("wilaya"));
    if (wilaya.isPresent()) {
      if (!cells.raw("commune").isBlank()) tried = cells.again().also("commune", "imports.note.communeOpen");
      else tried = cells.again();
      return new Where(wilaya.get().code(), null, tried.faults());
    }
    if (tried.isBad()) return new Where(null, null, tried.faults());
    return new Where(null, null, cells.again().also("wilaya", "imports.note.nowhere").faults());
  }

  private static boolean isSeveral(String typed) {
    return !typed.isBlank() && WORDS.getOrDefault("several-places", List.of()).contains(Folding.fold(typed));
  }

  private Optional<String> field(Cells cells, Memory memory) {
    String raw = cells.raw("field");
    if (raw.isBlank()) return Optional.empty();
    return Memory.of(memory.fields, raw, all -> fields.all(cells, "field").stream().findFirst());
  }

  private static @Nullable Integer people(Cells cells) {
    String raw = cells.raw("people");
    if (raw.isBlank()) return null;
    Optional<Integer> number = Values.number(raw).filter(n -> n >= 1 && n <= 1_000_000);
    if (number.isEmpty()) cells.bad("people", "imports.reason.notACount", 1_000_000);
    return number.orElse(null);
  }

  /** Hours of everybody together, with a comma where need be. */
  private static @Nullable Long minutes(Cells cells) {
    String raw = cells.raw("hours");
    if (raw.isBlank()) return null;
    Matcher hours = DECIMAL.matcher(GROUPS.matcher(Digits.latin(raw)).replaceAll(""));
    long minutes = 0;
    if (hours.find()) {
      minutes = 60 * Long.parseLong(hours.group(1));
      if (hours.group(2) instanceof String part) minutes += Math.round(60 * Double.parseDouble("0." + part));
    }
    if (minutes < 1) cells.bad("hours", "imports.reason.notHours");
    return minutes < 1 ? null : minutes;
  }

  private static Map<String, Long> units(Cells cells) {
    String written = cells.raw("achieved");
    Map<String, Long> units = new LinkedHashMap<>();
    if (!written.isBlank()) {
      units.putAll(Reached.read(written));
      if (units.isEmpty()) cells.note("achieved", "imports.note.notCounted");
    }
    UNIT_COLUMNS.forEach((column, code) -> {
      if (!cells.raw(column).isBlank()) Values.number(cells.raw(column)).filter(n -> n > 0).ifPresentOrElse(n -> units.put(code, (long) n), () -> {
        if (!Digits.latin(cells.raw(column)).strip().equals("0")) cells.note(column, "imports.note.notCounted");
      });
    });
    return units;
  }

  private static @Nullable String link(Cells cells) {
    String link = cells.line("link", 500);
    if (link.isEmpty()) return null;
    String address = link.startsWith("http://") ? "https://" + link.substring(7) : link;
    if (address.matches("https://[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}]{2,}(?:[:/?#]\\S*)?")) return address;
    cells.note("link", "imports.note.leftOut");
    return null;
  }

  private static UUID key(Cells cells, String scope, String title, Dated when, Where where, String owner) {
    String id = Typed.line(cells.raw("id"));
    String text = id.isEmpty() ? "name:" + Folding.fold(title) + "\n" + when.first() + "\n" + when.last() + "\n" + where.wilaya + "\n" + where.commune + "\n"
        + Folding.fold(owner) + "\n" + (owner.isEmpty() ? scope : "") : "id:" + scope + "\n" + id;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String orNull(String text, int least) {
    return text.length() < least ? null : text;
  }
}
