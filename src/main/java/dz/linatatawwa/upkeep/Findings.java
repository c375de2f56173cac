package dz.linatatawwa.upkeep;

import dz.linatatawwa.notices.QueueState;
import dz.linatatawwa.upkeep.Finding.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges each thing that may go wrong by itself, in the order in which one would look. The same bounds stand in the alarms of {@code deploy/prometheus/alerts.yml}. */
@Component
class Findings {

  /** A letter that is due is tried again within this; if it is older, nobody takes letters. */
  static final Duration LATE = Duration.ofMinutes(15);
  /** One backup a day, and two hours for it. */
  static final Duration BACKUP_AGE = Duration.ofHours(26);
  private static final Duration BACKUP_OLD = Duration.ofDays(3);
  private static final Duration RECENT = Duration.ofHours(1);

  private final DiskGuard disk;
  private final ClockSkew skew;
  private final Backlog backlog;
  private final LastBackup backup;
  private final Jobs jobs;
  private final Clock clock;

  Findings(DiskGuard disk, ClockSkew skew, Backlog backlog, LastBackup backup, Jobs jobs, Clock clock) {
    this.disk = disk;
    this.skew = skew;
    this.backlog = backlog;
    this.backup = backup;
    this.jobs = jobs;
    this.clock = clock;
  }

  List<Finding> all() {
    List<Finding> found = new ArrayList<>(List.of(disk(), clocks(), backups()));
    Backlog.Waiting waiting = backlog.now();
    if (waiting != null) {
      found.add(archive(waiting));
      waiting.letters().forEach(queue -> found.add(letters(queue)));
      found.add(events(waiting));
    }
    found.add(work());
    return found;
  }

  private Finding disk() {
    State state = disk.held() ? State.ACT : disk.free() < 4 * disk.reserve() ? State.LOOK : State.GOOD;
    return Finding.of("disk", state, disk.free());
  }

  private Finding clocks() {
    Duration off = skew.ahead().abs();
    State state = off.compareTo(ClockSkew.MUCH) >= 0 ? State.ACT : off.compareTo(ClockSkew.NOTICED) >= 0 ? State.LOOK : State.GOOD;
    return Finding.of("clock", state, skew.ahead().toMillis());
  }

  private Finding backups() {
    @Nullable Instant last = backup.at().orElse(null);
    if (last == null) return Finding.of("backup", State.LOOK, 0);
    return new Finding("backup", isOlder(last, BACKUP_OLD) ? State.ACT : isOlder(last, BACKUP_AGE) ? State.LOOK : State.GOOD, 1, last);
  }

  private static Finding archive(Backlog.Waiting waiting) {
    if (waiting.archiveBroken()) return new Finding("archive", State.ACT, waiting.archiveFails(), waiting.archiveFailed());
    return new Finding("archive", waiting.archivedAt() == null ? State.OFF : State.GOOD, 0, waiting.archivedAt());
  }

  private Finding letters(QueueState queue) {
    State state = !queue.configured() ? queue.waiting() > 0 ? State.LOOK : State.OFF : isOlder(queue.oldest(), LATE) ? State.ACT : State.GOOD;
    return new Finding(queue.channel(), state, queue.waiting(), queue.oldest());
  }

  private Finding events(Backlog.Waiting waiting) {
    return new Finding("events", isOlder(waiting.oldestEvent(), LATE) ? State.ACT : State.GOOD, waiting.events(), waiting.oldestEvent());
  }

  private Finding work() {
    long failing = jobs.all().stream().filter(job -> job.failed() != null && !isOlder(job.failed(), RECENT)).count();
    return Finding.of("work", failing > 0 ? State.LOOK : State.GOOD, failing);
  }

  private boolean isOlder(@Nullable Instant at, Duration than) {
    return at != null && Duration.between(at, clock.instant()).compareTo(than) > 0;
  }
}
