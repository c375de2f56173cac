package dz.linatatawwa.notices;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows, to administrators, which ways out there are and how many letters wait; a long queue alone makes nobody unwell. */
@Component("messagesHealthIndicator")
class QueueHealth implements HealthIndicator {

  private final LetterTable table;
  private final Handover handover;

  QueueHealth(LetterTable table, Handover handover) {
    this.table = table;
    this.handover = handover;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (String channel : List.of("email", "sms", "push")) {
      boolean configured = handover.channels().contains(channel);
      health.withDetail(channel, (configured ? "configured" : "not configured") + ", waiting: " + table.waiting(channel));
    }
    return health.build();
  }
}
