package dz.linatatawwa.declarations;

import dz.linatatawwa.hours.DeclaredWork.Span;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody declares.
 *  @param kind     direct (help from person to person) or past (work before, or without, the platform)
 *  @param forWhom  who was helped, in the person's own words; never shown to a witness
 *  @param last     the same as {@code first} for one day
 *  @param to       not after {@code from}: on the next day
 *  @param reason   why more than twelve hours on a day; empty where there are not
 *  @param witness  who saw it; null where a document speaks
 *  @param free     "unpaid, of my own choice, for others", as the person says; what was declared before that was asked has it */
public record Work(String kind, String title, String forWhom, LocalDate first, LocalDate last, LocalTime from, LocalTime to, String activity,
    CommuneCode commune, @Nullable OrganizationId organization, String reason, @Nullable Witness witness, boolean free) {

  /** Somebody who saw it.
   *  @param contact an e-mail address or a phone number as accounts keeps it */
  public record Witness(String name, String contact) {}

  /** Whole minutes on each day. */
  public int minutesADay() {
    long minutes = Duration.between(from, to).toMinutes();
    return (int) (minutes > 0 ? minutes : minutes + 1_440);
  }

  public long days() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  /** From when to when, day by day. */
  public List<Span> spans() {
    return first.datesUntil(last.plusDays(1)).map(day -> {
      var begins = day.atTime(from).atZone(Words.ZONE);
      var ends = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(Words.ZONE);
      return new Span(begins.toInstant(), ends.toInstant());
    }).toList();
  }
}
