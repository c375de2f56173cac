package dz.linatatawwa.notices;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows, to administrators, which ways out there are and how many letters wait; a long queue alone makes nobody unwell. */
@Component("messagesHealthIndicator")
class QueueHealth implements HealthIndicator {

  private final LetterTable table;
  private final HandingOver handing;

  QueueHealth(LetterTable table, HandingOver handing) {
    this.table = table;
    this.handing = handing;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (String channel : List.of("email", "sms", "push")) {
      boolean configured = handing.channels().contains(channel);
      health.withDetail(channel, (configured ? "configured" : "not configured") + ", waiting: " + table.waiting(channel));
    }
    return health.build();
  }
}
