package dz.linatatawwa.kits;

import dz.linatatawwa.daybook.Daybook;
import dz.linatatawwa.daybook.NoteKind;
import dz.linatatawwa.daybook.Noted;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hands on to the daybook what was written down on a phone beside attendance. */
@Component
class DayNotes {

  private final Daybook daybook;

  DayNotes(Daybook daybook) {
    this.daybook = daybook;
  }

  Outcome keep(Source source, Line line) {
    NoteKind kind = NoteKind.of(line.kind()).orElseThrow();
    Noted noted = daybook.note(source.kit().shift(), line.key(), source.kit().leader(), kind, Objects.requireNonNullElse(line.text(), ""), source.at(line), line.place());
    return switch (noted) {
      case Noted.Kept() -> new Outcome(line.key(), "done", null, source.at(line));
      case Noted.Refused(var why) -> Outcome.refused(line, why);
    };
  }

  /** Somebody who could not be recognised afterwards is still written down for a person to look at. */
  void keepWalkIn(Source source, Line line) {
    Line.Who who = Objects.requireNonNull(line.who());
    String words = Stream.of(who.name(), who.number(), who.contact(), who.birthYear()).filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" · "));
    daybook.note(source.kit().shift(), line.key(), source.kit().leader(), NoteKind.NOTE, words, source.at(line), null);
  }
}
