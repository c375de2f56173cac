package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A session as somebody typed it; days and times are those of Algeria. */
public record SessionForm(Map<String, String> typed) {

  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int MOST_PLACES = 2000;

  /** A session, read and clean. */
  record Plan(Instant startsAt, Instant endsAt, boolean remote, @Nullable String wilaya, @Nullable String commune, String address, String link,
      String trainer, int capacity) {}

  public SessionForm {
    typed = Map.copyOf(typed);
  }

  /** A form not filled in yet. */
  public static SessionForm empty() {
    return new SessionForm(Map.of());
  }

  /** From a form that was sent. */
  public static SessionForm read(MultiValueMap<String, String> sent) {
    Map<String, String> typed = new HashMap<>();
    sent.forEach((name, values) -> typed.put(name, values.isEmpty() || values.getFirst() == null ? "" : values.getFirst()));
    return new SessionForm(typed);
  }

  /** From what is kept. */
  public static SessionForm of(Session it, Words words) {
    Map<String, String> typed = new HashMap<>(Map.of("day", it.day().toString(), "begins", words.time(it.startsAt()), "lastDay", it.lastDay().toString(),
        "ends", words.time(it.endsAt()), "remote", it.remote() ? "true" : "", "address", it.address(), "link", it.link(), "trainer", it.trainer(),
        "capacity", Integer.toString(it.capacity())));
    if (it.wilaya() != null) typed.put("wilaya", it.wilaya());
    if (it.commune() != null) typed.put("commune", it.commune());
    return new SessionForm(typed);
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean remote() {
    return value("remote").equals("true");
  }

  /** What it says; nothing when something is wrong, which is added to the problems. */
  Optional<Plan> plan(Problems problems, Places places, Instant now) {
    Instant starts = at("day", "begins", problems);
    Instant ends = value("lastDay").isEmpty() ? at("day", "ends", problems) : at("lastDay", "ends", problems);
    if (starts != null && !starts.isAfter(now)) problems.add("day", "trainings.problem.past");
    if (starts != null && ends != null && (!ends.isAfter(starts) || Duration.between(starts, ends).compareTo(LONGEST) > 0)) problems.add("ends", "trainings.problem.ends");
    Commune commune = commune(problems, places);
    String link = Typed.line(value("link"));
    if (!link.isEmpty() && !link.matches("https://[^\\s\"<>]{4,290}")) problems.add("link", "trainings.problem.link");
    within("address", 0, 200, problems);
    within("trainer", 2, 120, problems);
    int capacity = capacity(problems);
    if (problems.any() || starts == null || ends == null) return Optional.empty();
    return Optional.of(new Plan(starts, ends, remote(), commune == null ? null : commune.wilaya().value(), commune == null ? null : commune.code().value(),
        Typed.line(value("address")), link, Typed.line(value("trainer")), capacity));
  }

  private @Nullable Instant at(String day, String time, Problems problems) {
    LocalDate date = parsed(day, LocalDate::parse, problems);
    LocalTime clock = parsed(time, LocalTime::parse, problems);
    return date == null || clock == null || date.getYear() > 2199 ? null : date.atTime(clock).atZone(Words.ZONE).toInstant();
  }

  private <T> @Nullable T parsed(String field, java.util.function.Function<String, T> parse, Problems problems) {
    String typed = Digits.latin(Typed.line(value(field)));
    try {
      if (!typed.isEmpty()) return parse.apply(typed);
      problems.add(field, "site.problem.required");
    } catch (DateTimeParseException e) {
      problems.add(field, "site.problem.choice");
    }
    return null;
  }

  private @Nullable Commune commune(Problems problems, Places places) {
    String typed = Typed.line(value("commune"));
    if (remote()) return null;
    Optional<WilayaCode> wilaya = WilayaCode.of(value("wilaya"));
    Optional<Commune> found = CommuneCode.of(typed).flatMap(places::commune).or(() -> places.communesNamed(typed).stream()
        .filter(one -> wilaya.isEmpty() || one.wilaya().equals(wilaya.get())).findFirst());
    if (found.isEmpty()) problems.add("commune", "site.problem.place");
    return found.orElse(null);
  }

  private void within(String field, int least, int most, Problems problems) {
    String text = Typed.line(value(field));
    if (Typed.deceives(value(field))) problems.add(field, "site.problem.characters");
    else if (text.isEmpty() && least > 0) problems.add(field, "site.problem.required");
    else if (text.length() < least) problems.add(field, "trainings.problem.tooShort", least);
    else if (text.length() > most) problems.add(field, "site.problem.tooLong", most);
  }

  private int capacity(Problems problems) {
    String digits = Digits.latin(Typed.line(value("capacity")));
    int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > MOST_PLACES) problems.add("capacity", "site.problem.range", 1, MOST_PLACES);
    return number;
  }
}
