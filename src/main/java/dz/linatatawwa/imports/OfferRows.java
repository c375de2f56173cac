package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.BroughtOpportunities.Draft;
import dz.linatatawwa.opportunities.Nature;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.taxonomy.Activity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of opportunities. Each row is one shift; rows with the same number, or the same title, organisation and place, are one opportunity. */
@Component
class OfferRows {

  private static final Map<String, List<String>> WORDS = Lists.of("words.txt");
  private static final List<String> AUDIENCES = List.of("pupil", "student", "trainee", "employed", "unemployed", "at-home", "retired");
  /** What tables write where nobody counted. */
  private static final Set<Integer> NOT_COUNTED = Set.of(-1, 0, 999, 9999, 99999, 999999);
  private static final int MOST_SEATS = 100_000;
  private static final Duration LONGEST_SHIFT = Duration.ofHours(24);
  private static final Duration SHORTEST_SHIFT = Duration.ofMinutes(15);

  private final Whereabouts whereabouts;
  private final FieldWords fields;

  OfferRows(Whereabouts whereabouts, FieldWords fields) {
    this.whereabouts = whereabouts;
    this.fields = fields;
  }

  /** The offer of a row; nothing when the row is bad.
   *  @param ownerKnown whether all rows belong to one organisation that was chosen beforehand */
  Optional<Candidate> read(Cells cells, Mapping mapping, String scope, boolean ownerKnown) {
    YesNo.refuseDeleted(cells);
    String title = cells.line("title", 160);
    if (title.length() < 3) cells.bad("title", "imports.reason.titleMissing");
    String owner = cells.line("organization", 200);
    if (owner.length() < 2 && !ownerKnown) cells.bad("organization", "imports.reason.ownerMissing");
    Span span = new Span(cells, mapping);
    Optional<Candidate.Span> shift = span.read();
    Draft draft = draft(cells, title);
    if (cells.isBad()) return Optional.empty();
    String id = Typed.line(cells.raw("id"));
    String place = draft.commune() == null ? Folding.fold(draft.address()) : draft.commune().value();
    String whose = ownerKnown ? "" : Folding.fold(owner) + "/";
    String opportunity = id.isEmpty() ? "name:" + scope + whose + Folding.fold(title) + "@" + place : "id:" + scope + ":" + whose + id;
    String key = opportunity + "#" + shift.map(s -> s.startsAt().toString()).orElseGet(() -> Folding.fold(cells.raw("start")));
    return Optional.of(new Candidate.Offer(key, Folding.fold(title), opportunity, ownerKnown ? "" : owner, draft, shift.orElse(null)));
  }

  private Draft draft(Cells cells, String title) {
    boolean remote = YesNo.isYes(cells.raw("remote"));
    Optional<Commune> commune = whereabouts.commune(cells);
    if (commune.isEmpty() && !remote && !cells.isBad()) cells.note("commune", "imports.note.placeOpen");
    Optional<Activity> activity = fields.activity(cells);
    List<String> named = fields.all(cells, "field");
    String field = activity.map(Activity::field).orElse(named.isEmpty() ? null : named.getFirst());
    if (field == null && cells.raw("field").isBlank()) cells.note("field", "imports.note.fieldOpen");
    Point at = whereabouts.point(cells).orElse(null);
    if (at == null && !cells.raw("lat").isBlank()) cells.note("lat", "imports.note.positionElsewhere");
    return new Draft(title, cells.line("summary", 400), cells.lines("description", 10_000), field, activity.map(Activity::code).orElse(null),
        commune.map(Commune::wilaya).orElse(null), commune.map(Commune::code).orElse(null), address(cells), at, remote, audiences(cells), minAge(cells),
        cells.lines("bring", 2_000), nature(cells));
  }

  private static String address(Cells cells) {
    String address = Values.address(cells.raw("address"));
    if (address.length() > 300) cells.bad("address", "imports.reason.tooLong", 300, address.length());
    return address;
  }

  private static Set<String> audiences(Cells cells) {
    Set<String> found = new LinkedHashSet<>();
    for (String part : cells.raw("audiences").split("[|;/,،]")) {
      if (part.isBlank()) continue;
      Optional<String> code = AUDIENCES.stream().filter(a -> a.equals(part.strip()) || WORDS.getOrDefault(a, List.of()).contains(Folding.fold(part))).findFirst();
      code.ifPresent(found::add);
      if (code.isEmpty()) cells.note("audiences", "imports.note.audienceUnknown");
    }
    return found;
  }

  /** Nothing said is free; what is not understood is free too, and its row says so: the organisation looks the draft over. */
  private static Nature nature(Cells cells) {
    String typed = cells.raw("nature");
    if (typed.isBlank()) return Nature.FREE;
    String folded = Folding.fold(typed);
    Optional<Nature> nature = Arrays.stream(Nature.values())
        .filter(one -> one.code().equals(folded) || WORDS.getOrDefault("nature-" + one.code(), List.of()).contains(folded)).findFirst();
    if (nature.isEmpty()) cells.note("nature", "imports.note.natureUnknown");
    return nature.orElse(Nature.FREE);
  }

  private static @Nullable Integer minAge(Cells cells) {
    return Values.number(cells.raw("min_age")).filter(age -> age >= 5 && age <= 99).orElse(null);
  }

  /** Reads when a row takes place, and for how many. */
  private record Span(Cells cells, Mapping mapping) {

    /** A shift where the row gives a day, and hours of at most one day and night; else nothing, and a note that says why. */
    Optional<Candidate.Span> read() {
      Optional<Values.Moment> start = moment("start");
      Optional<Values.Moment> end = moment("end");
      Optional<Integer> seats = seats();
      if (cells.isBad()) return Optional.empty();
      if (start.isEmpty()) return without("start", "imports.note.noStart");
      LocalDate first = start.get().day();
      LocalDate last = end.map(Values.Moment::day).orElse(first);
      if (last.isBefore(first)) {
        cells.bad("end", "imports.reason.endsBeforeItStarts");
        return Optional.empty();
      }
      LocalTime from = time("start_time").orElse(start.get().time());
      LocalTime to = time("end_time").orElse(end.map(Values.Moment::time).orElse(null));
      if (cells.isBad()) return Optional.empty();
      if (seats.isEmpty()) return without("capacity", "imports.note.noCapacity");
      if (from == null || to == null) return assumed(first, last, seats.get());
      return shift(first, from, last, to, seats.get());
    }

    private Optional<Candidate.Span> assumed(LocalDate first, LocalDate last, int seats) {
      if (!first.equals(last)) return without("end", "imports.note.goesOn", first, last, seats);
      String[] hours = mapping.hours().split("-");
      if (hours.length != 2) return without("start_time", "imports.note.noHours");
      Optional<LocalTime> from = Values.time(hours[0]);
      Optional<LocalTime> to = Values.time(hours[1]);
      if (from.isEmpty() || to.isEmpty()) return without("start_time", "imports.note.noHours");
      cells.note("start_time", "imports.note.hoursAssumed", mapping.hours());
      return shift(first, from.get(), last, to.get(), seats);
    }

    private Optional<Candidate.Span> shift(LocalDate first, LocalTime from, LocalDate last, LocalTime to, int seats) {
      Instant starts = first.atTime(from).atZone(Words.ZONE).toInstant();
      LocalDate over = first.equals(last) && !to.isAfter(from) ? last.plusDays(1) : last;
      Instant ends = over.atTime(to).atZone(Words.ZONE).toInstant();
      Duration length = Duration.between(starts, ends);
      if (length.compareTo(LONGEST_SHIFT) > 0) return without("end", "imports.note.goesOn", first, last, seats);
      if (length.compareTo(SHORTEST_SHIFT) < 0) return without("end", "imports.note.tooShort");
      return Optional.of(new Candidate.Span(starts, ends, seats));
    }

    private Optional<Candidate.Span> without(String field, String note, Object... arguments) {
      cells.note(field, note, arguments);
      return Optional.empty();
    }

    private Optional<Values.Moment> moment(String field) {
      if (cells.raw(field).isBlank()) return Optional.empty();
      Optional<Values.Moment> moment = Values.moment(cells.raw(field));
      if (moment.isEmpty()) cells.bad(field, "imports.reason.notADate");
      return moment;
    }

    private Optional<LocalTime> time(String field) {
      if (cells.raw(field).isBlank()) return Optional.empty();
      Optional<LocalTime> time = Values.time(cells.raw(field));
      if (time.isEmpty()) cells.bad(field, "imports.reason.notATime");
      return time;
    }

    private Optional<Integer> seats() {
      if (cells.raw("capacity").isBlank()) return Optional.empty();
      Optional<Integer> seats = Values.number(cells.raw("capacity"));
      if (seats.isEmpty() || seats.get() > MOST_SEATS && !NOT_COUNTED.contains(seats.get())) {
        cells.bad("capacity", "imports.reason.notACount", MOST_SEATS);
        return Optional.empty();
      }
      if (!NOT_COUNTED.contains(seats.get()) && seats.get() > 0) return seats;
      cells.note("capacity", "imports.note.notCounted");
      return Optional.empty();
    }
  }
}
