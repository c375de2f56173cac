package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Carried;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of the postman: takes what is due, has it handed over, and writes down how it went, letter by letter, so that a process that dies
 *  leaves at most the one letter in doubt that it was handing over. Several may go round at once: each letter is taken by one of them. A letter
 *  whose carrier fell over in the middle is tried again when its time is up. */
class Rounds {

  static final int LAST_TRY = 8;
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int MANY = 20;
  /** After this no further letter of a round is begun: none may be under way when it is anybody's again. */
  private static final Duration FRESH = LetterTable.MINE.dividedBy(4);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final LetterTable table;
  private final HandingOver handing;
  private final Clock clock;
  private final Manner manner;

  /** @param keepCodes in a demonstration the text of codes stays readable in the outbox
   *  @param bulk      whether letters told to very many are carried too
   *  @param pace      of those
   *  @param going     whether to begin another letter */
  record Manner(boolean keepCodes, boolean bulk, Pace pace, BooleanSupplier going) {
    static final Manner PLAIN = new Manner(false, true, Pace.NONE, () -> true);
  }

  Rounds(LetterTable table, HandingOver handing, Clock clock, Manner manner) {
    this.table = table;
    this.handing = handing;
    this.clock = clock;
    this.manner = manner;
  }

  /** @return how many letters were taken */
  int go() throws InterruptedException {
    Instant now = clock.instant();
    List<Letter> due = table.take(handing.awake(), manner.bulk(), MANY, now);
    List<Long> left = new ArrayList<>();
    for (Letter letter : due) {
      if (!manner.going().getAsBoolean() || clock.instant().isAfter(now.plus(FRESH)) || !handing.mayGo(letter.channel())) {
        left.add(letter.id());
        continue;
      }
      if (letter.bulk()) manner.pace().await();
      carry(letter);
    }
    table.putBack(left, now);
    return due.size() - left.size();
  }

  private void carry(Letter letter) {
    if (letter.isCode() && (letter.body().isEmpty() || letter.madeAt().isBefore(clock.instant().minus(CODE_LIFE)))) {
      table.givenUp(letter.id(), "late");
      if (!manner.keepCodes()) table.wipe(letter.id());
      return;
    }
    try {
      done(letter, handing.carry(letter));
    } catch (Exception failed) {
      tried(letter, failed.getClass().getSimpleName());
    }
  }

  private void done(Letter letter, Optional<Carried> carried) {
    if (carried.isEmpty()) {
      table.byMailInstead(letter.id(), clock.instant());
      return;
    }
    switch (carried.get()) {
      case Carried.Handed handed -> {
        table.sent(letter.id(), clock.instant(), handed);
        if (letter.isCode() && !manner.keepCodes()) table.wipe(letter.id());
      }
      case Carried.Refused(String why) -> {
        noted(letter, why);
        table.givenUp(letter.id(), why);
      }
      case Carried.Later(Duration pause) -> table.putBack(List.of(letter.id()), clock.instant().plus(pause));
    }
  }

  private void tried(Letter letter, String why) {
    noted(letter, why);
    if (letter.tries() >= LAST_TRY) table.givenUp(letter.id(), why);
    else table.again(letter.id(), clock.instant().plus(pause(letter)));
  }

  private static void noted(Letter letter, String why) {
    LOG.atWarn().addKeyValue("event", "letter-failed").addKeyValue("channel", letter.channel()).addKeyValue("try", letter.tries())
        .addKeyValue("why", why).log("letter not handed over");
  }

  /** 15 seconds, then twice as long each time, two hours at most; a code would be too old by then, so it is tried each 15 seconds. */
  private static Duration pause(Letter letter) {
    Duration first = Duration.ofSeconds(15);
    if (letter.isCode()) return first;
    Duration pause = first.multipliedBy(1L << Math.min(20, letter.tries() - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
