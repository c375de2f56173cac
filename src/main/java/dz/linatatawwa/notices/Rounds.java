package dz.linatatawwa.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of the postman: takes what is due, hands it to the carrier of its channel, and writes down how it went. Several may go round
 *  at once: each letter is taken by one of them. A letter whose carrier fell over in the middle is tried again when its time is up. */
class Rounds {

  static final int LAST_TRY = 8;
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int MANY = 20;
  private static final Duration MINE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final LetterTable table;
  private final Map<String, Carrier> carriers;
  private final Clock clock;
  private final boolean keepCodes;

  /** @param keepCodes in a demonstration the text of codes stays readable in the outbox */
  Rounds(LetterTable table, List<Carrier> carriers, Clock clock, boolean keepCodes) {
    this.table = table;
    this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
    this.clock = clock;
    this.keepCodes = keepCodes;
  }

  /** @return how many letters were taken */
  int go() {
    Instant now = clock.instant();
    List<Letter> due = table.take(carriers.keySet(), MANY, now, now.plus(MINE));
    due.forEach(this::carry);
    return due.size();
  }

  private void carry(Letter letter) {
    if (letter.isCode() && (letter.body().isEmpty() || letter.madeAt().isBefore(clock.instant().minus(CODE_LIFE)))) {
      table.givenUp(letter.id(), "too old");
      if (!keepCodes) table.wipe(letter.id());
      return;
    }
    try {
      Carrier carrier = carriers.get(letter.channel());
      if (carrier == null) throw new IllegalStateException("took a letter by " + letter.channel());
      carrier.carry(letter);
      table.sent(letter.id(), clock.instant());
      if (letter.isCode() && !keepCodes) table.wipe(letter.id());
    } catch (Exception failed) {
      LOG.atWarn().addKeyValue("event", "letter-failed").addKeyValue("channel", letter.channel()).addKeyValue("try", letter.tries())
          .addKeyValue("why", failed.getClass().getSimpleName()).log("letter not handed over");
      if (letter.tries() >= LAST_TRY) table.givenUp(letter.id(), failed.getClass().getSimpleName());
      else table.again(letter.id(), clock.instant().plus(pause(letter)));
    }
  }

  /** 15 seconds, then twice as long each time, two hours at most; a code would be too old by then, so it is tried each 15 seconds. */
  private static Duration pause(Letter letter) {
    Duration first = Duration.ofSeconds(15);
    if (letter.isCode()) return first;
    Duration pause = first.multipliedBy(1L << Math.min(20, letter.tries() - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
