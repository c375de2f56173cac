package dz.linatatawwa.participation;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.CalendarFile.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's part in one shift, as that person's calendar shows it: nothing of anybody else.
 *  @param state   of the application
 *  @param off     the shift or its opportunity was called off
 *  @param commune code; null where there is none
 *  @param changed when anything of it that a calendar shows last changed */
public record OwnShift(ApplicationId id, String state, @Nullable String role, Instant startsAt, Instant endsAt, boolean off, long opportunity, String title, String bring,
    LocalName organization, String address, @Nullable String commune, boolean remote, Instant changed) {

  /** Taken on, perhaps, or no longer. */
  public Status status() {
    if (off) return Status.CANCELLED;
    return switch (state) {
      case "accepted" -> Status.CONFIRMED;
      case "pending", "waiting", "offered" -> Status.TENTATIVE;
      default -> Status.CANCELLED;
    };
  }

  /** @param site   address of the platform
   *  @param remind how long before the shift a phone says so; null: it does not */
  public CalendarFile.Event event(Words words, Places places, String site, @Nullable Duration remind) {
    return new CalendarFile.Event("application-" + id, startsAt, endsAt, title, said(words), place(words, places), site + "/opportunities/" + opportunity, status(), changed, remind);
  }

  private String said(Words words) {
    return Stream.of(words.text("participation.state." + (off ? "cancelled" : state)), organization.in(words.language()), role == null ? "" : role, bring)
        .filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private String place(Words words, Places places) {
    if (remote) return words.text("opportunities.remote");
    return Stream.of(address, commune == null ? "" : places.name(new CommuneCode(commune), words.language())).filter(part -> !part.isBlank())
        .collect(Collectors.joining(words.text("participation.comma")));
  }
}
