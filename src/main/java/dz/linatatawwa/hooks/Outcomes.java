package dz.linatatawwa.hooks;

import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a try went, and what follows from it: it arrived, is tried again, is dead, or its address is paused. */
@Component
class Outcomes {

  private final OutboxTable outbox;
  private final HookTable hooks;
  private final HookTidings tidings;
  private final Settings settings;
  private final Clock clock;

  Outcomes(OutboxTable outbox, HookTable hooks, HookTidings tidings, Settings settings, Clock clock) {
    this.outbox = outbox;
    this.hooks = hooks;
    this.tidings = tidings;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public void write(HookParcel parcel, Tried tried, Instant at, int millis) {
    Instant now = clock.instant();
    outbox.log(parcel, tried, at, millis);
    if (tried.arrived()) {
      outbox.arrived(parcel, now);
      hooks.arrives(parcel.hook());
    } else if (tried.gone()) {
      outbox.dies(parcel, now);
      pause(parcel.hook(), Hook.Pause.GONE, now);
    } else {
      failed(parcel, tried, now);
    }
  }

  private void failed(HookParcel parcel, Tried tried, Instant now) {
    Optional<Duration> pause = RetryRules.next(parcel.tries(), Optional.ofNullable(tried.pause()), ThreadLocalRandom.current().nextDouble());
    pause.ifPresentOrElse(wait -> outbox.again(parcel, now.plus(wait)), () -> outbox.dies(parcel, now));
    Instant since = hooks.fails(parcel.hook(), now);
    if (since.plus(Duration.ofDays(settings.get(HookSettings.PAUSE_DAYS))).isBefore(now)) pause(parcel.hook(), Hook.Pause.FAILING, now);
  }

  private void pause(HookId hook, Hook.Pause why, Instant now) {
    if (hooks.pause(hook, why, now)) tidings.paused(hook, why);
  }
}
