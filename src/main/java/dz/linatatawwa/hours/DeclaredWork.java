package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work outside the platform, as somebody declares it.
 *  @param title        what was done, in a few words
 *  @param spans        from when to when, one for each day
 *  @param organization where one has affirmed it; null otherwise
 *  @param reason       why there are more than twelve hours on a day; null where there are not
 *  @param free         unpaid, of the person's own choice, for others, as they say themselves: anything else is no volunteering */
public record DeclaredWork(AccountId volunteer, String title, List<Span> spans, String field, @Nullable String activity, CommuneCode commune,
    @Nullable OrganizationId organization, @Nullable String reason, boolean free) {

  public DeclaredWork {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) throw new IllegalArgumentException("no time declared");
  }

  /** The time of one day. */
  public record Span(Instant from, Instant to) {

    public Span {
      if (!from.isBefore(to)) throw new IllegalArgumentException("from " + from + " to " + to);
    }

    /** Whole minutes. */
    public int minutes() {
      return (int) Duration.between(from, to).toMinutes();
    }
  }
}
