package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.CalendarFile.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's place in one session, as that person's calendar shows it: nothing of anybody else.
 *  @param state   of the registration
 *  @param off     the session was called off
 *  @param wilaya  code; null at a distance
 *  @param link    where it is held at a distance; in the calendar of who has a place only
 *  @param changed when anything of it that a calendar shows last changed */
public record OwnSession(RegistrationId id, String state, TrainingId training, Instant startsAt, Instant endsAt, boolean off, boolean remote, @Nullable String wilaya,
    @Nullable String commune, String address, String link, LocalName name, LocalName host, Instant changed) {

  /** Registered, perhaps, or no longer. */
  public Status status() {
    if (off) return Status.CANCELLED;
    return switch (state) {
      case "registered", "attended", "absent" -> Status.CONFIRMED;
      case "waiting", "offered" -> Status.TENTATIVE;
      default -> Status.CANCELLED;
    };
  }

  /** @param site   address of the platform
   *  @param remind how long before the session a phone says so; null: it does not */
  public CalendarFile.Event event(Words words, Places places, String site, @Nullable Duration remind) {
    return new CalendarFile.Event("registration-" + id, startsAt, endsAt, name.in(words.language()), said(words), place(words, places), site + "/trainings/" + training, status(), changed, remind);
  }

  private String said(Words words) {
    return Stream.of(words.text("trainings.registration." + (off ? "cancelled" : state)), host.in(words.language()), remote && state.equals("registered") ? link : "")
        .filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private String place(Words words, Places places) {
    if (remote) return words.text("trainings.remote");
    return Stream.of(address, commune == null ? "" : places.name(new CommuneCode(commune), words.language()),
        wilaya == null ? "" : places.name(new WilayaCode(wilaya), words.language())).filter(part -> !part.isBlank()).distinct()
        .collect(Collectors.joining(words.text("participation.comma")));
  }
}
