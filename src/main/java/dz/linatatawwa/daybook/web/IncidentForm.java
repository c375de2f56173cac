package dz.linatatawwa.daybook.web;

import dz.linatatawwa.daybook.Help;
import dz.linatatawwa.daybook.Report;
import dz.linatatawwa.daybook.Witness;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report or an addition as it was typed. */
record IncidentForm(Map<String, String> typed, Problems problems) {

  private static final int WITNESSES = 2;

  static IncidentForm of(Map<String, String> typed) {
    return new IncidentForm(typed, new Problems());
  }

  /** What was typed, when nothing is wrong with it.
   *  @param addition then only words are needed */
  Optional<Report> read(boolean addition, Instant now) {
    String words = lines("words", 4000);
    if (words.isEmpty()) problems.add("words", addition ? "daybook.problem.addition" : "daybook.problem.report");
    String place = line("place", 200);
    if (!addition && place.isEmpty()) problems.add("place", "daybook.problem.place");
    Instant at = at(addition, now);
    Integer hurt = hurt();
    String concerned = line("concerned", 300);
    String measures = lines("measures", 2000);
    List<Witness> witnesses = witnesses();
    if (problems.any()) return Optional.empty();
    return Optional.of(new Report(at, place, words, hurt, concerned, Help.of(typed("help")).orElse(null), measures, typed("serious").equals("true"), witnesses));
  }

  private @Nullable Instant at(boolean addition, Instant now) {
    if (addition && typed("date").isBlank() && typed("time").isBlank()) return null;
    try {
      LocalDate day = LocalDate.parse(Digits.latin(typed("date").strip()));
      LocalTime time = LocalTime.parse(Digits.latin(typed("time").strip()));
      Instant at = day.atTime(time).atZone(Words.ZONE).toInstant();
      if (at.isAfter(now)) problems.add("date", "daybook.problem.future");
      if (at.isBefore(now.minusSeconds(366L * 86_400))) problems.add("date", "daybook.problem.old");
      return at;
    } catch (DateTimeParseException e) {
      problems.add("date", "daybook.problem.when");
      return null;
    }
  }

  private @Nullable Integer hurt() {
    String digits = Digits.latin(typed("hurt").strip());
    if (digits.isEmpty()) return null;
    if (digits.matches("\\d{1,3}") && Integer.parseInt(digits) <= 500) return Integer.valueOf(digits);
    problems.add("hurt", "daybook.problem.hurt");
    return null;
  }

  private List<Witness> witnesses() {
    List<Witness> witnesses = new ArrayList<>();
    for (int i = 1; i <= WITNESSES; i++) {
      String name = line("witness" + i, 120);
      String contact = line("contact" + i, 120);
      if (name.isEmpty() && !contact.isEmpty()) problems.add("witness" + i, "daybook.problem.witness");
      if (!name.isEmpty()) witnesses.add(new Witness(name, contact));
    }
    return witnesses;
  }

  private String line(String field, int most) {
    return within(field, Typed.line(typed(field)), most);
  }

  private String lines(String field, int most) {
    return within(field, Typed.text(typed(field)), most);
  }

  private String within(String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) problems.add(field, "daybook.problem.long", most);
    return text;
  }

  private String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
