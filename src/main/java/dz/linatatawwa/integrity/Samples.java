package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.integrity.SampleTable.Asked;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The random sample: a small part of the hours that were confirmed lately is asked back to the people whose hours they are. */
@Service
public class Samples {

  private static final SecureRandom RANDOM = new SecureRandom();
  /** So long after a confirmation its transaction is surely over, and the population of a draw never changes. */
  private static final Duration SETTLED = Duration.ofHours(1);
  private static final Duration SPAN = Duration.ofDays(1);

  private final SampleTable table;
  private final Notices notices;
  private final SampleSettings settings;
  private final Clock clock;

  Samples(SampleTable table, Notices notices, SampleSettings settings, Clock clock) {
    this.table = table;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /** Confirmed of answered, and answered of asked, over the last twelve months. */
  public SampleRate rate() {
    LocalDate since = LocalDate.now(clock.withZone(Words.ZONE)).minusYears(1);
    return table.rate(since, since.atStartOfDay(Words.ZONE).toInstant(), clock.instant());
  }

  /** What was asked of this person; nobody else sees it. */
  public Optional<Sample> find(AccountId volunteer, long id) {
    return table.of(volunteer.value(), id);
  }

  /** Keeps the answer; the first one counts.
   *  @param there whether the person was there as it stands in the ledger */
  @Transactional
  public void answer(AccountId volunteer, long id, boolean there) {
    table.answer(volunteer.value(), id, there ? "yes" : "no", clock.instant());
  }

  /** Draws from what was confirmed since the last draw, and asks. The seed is made after the span is over, so that nobody can know it before.
   *  @return how many were asked; zero too when the span is not over */
  @Transactional
  public int draw() {
    Instant now = clock.instant();
    Instant until = now.minus(SETTLED);
    Instant from = table.lastEnd().orElse(until.minus(SPAN));
    if (from.plus(SPAN).isAfter(until)) return 0;
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return draw(new Draw(HexFormat.of().formatHex(random), settings.permille()), from, until);
  }

  /** Asks what this draw draws of what was confirmed in a span. */
  @Transactional
  public int draw(Draw draw, Instant from, Instant until) {
    List<Long> population = table.population(from, until);
    List<Long> drawn = draw.from(population);
    long id = table.keep(draw, from, until, population.size(), drawn.size());
    Instant now = clock.instant();
    List<Asked> asked = table.ask(id, drawn, now, now.plus(Duration.ofDays(settings.days())));
    tell(asked, "asked");
    return asked.size();
  }

  /** Reminds those who have not answered when half of their time is over; each once. */
  @Transactional
  public void remind() {
    Instant now = clock.instant();
    tell(table.toRemind(now.minus(Duration.ofHours(settings.days() * 12L)), now), "reminded");
  }

  private void tell(List<Asked> asked, String what) {
    Map<Long, Sample> samples = table.all(asked.stream().map(Asked::id).toList()).stream().collect(Collectors.toMap(Sample::id, Function.identity()));
    for (Asked one : asked) {
      Sample sample = samples.get(one.id());
      if (sample == null) continue;
      InWords when = words -> words.longDate(sample.from()) + " · " + words.times(sample.from(), sample.to());
      notices.tell(new AccountId(one.volunteer()), "hours-sample", "integrity.notice." + what + ".title", "integrity.notice." + what + ".body",
          "/hours/samples/" + one.id(), "hours-sample-" + what + ":" + one.id(), sample.title() == null ? "" : sample.title(), when);
    }
  }
}
