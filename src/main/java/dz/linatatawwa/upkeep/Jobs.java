package dz.linatatawwa.upkeep;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers of each piece of background work how it went, and leaves it out while writing is held. */
@Component
class Jobs {

  private static final String HOUSE = "dz.linatatawwa.";
  /** These write nothing, or are what looks whether writing may go on. */
  private static final List<String> ALWAYS = List.of("upkeep.", "site.");

  private final Map<String, Work> works = new ConcurrentSkipListMap<>();
  private final DiskGuard disk;
  private final MeterRegistry figures;
  private final Clock clock;

  Jobs(DiskGuard disk, MeterRegistry figures, Clock clock) {
    this.disk = disk;
    this.figures = figures;
    this.clock = clock;
  }

  List<Job> all() {
    return works.values().stream().map(Work::told).toList();
  }

  /** The same work, watched. */
  Runnable watched(Runnable task) {
    String whole = task.toString();
    String name = whole.startsWith(HOUSE) ? whole.substring(HOUSE.length()) : "other";
    return works.computeIfAbsent(name, this::begin).of(task);
  }

  private Work begin(String name) {
    Work work = new Work(name, clock, disk);
    count("linatatawwa.job.runs", work, one -> one.runs, "runs of background work that ended");
    count("linatatawwa.job.failures", work, one -> one.failures, "runs of background work that ended with a fault");
    Gauge.builder("linatatawwa.job.age", work, Work::age).tag("job", name).baseUnit("seconds").description("since background work last began").register(figures);
    return work;
  }

  private void count(String what, Work work, ToDoubleFunction<Work> number, String text) {
    FunctionCounter.builder(what, work, number).tag("job", work.name).description(text).register(figures);
  }

  /** One piece of work. Only its own runs write to it, and those come one after the other. */
  private static final class Work {

    private final String name;
    private final Clock clock;
    private final DiskGuard disk;
    private final boolean always;
    private final Instant known;
    private volatile long runs;
    private volatile long failures;
    private volatile long skipped;
    private volatile boolean running;
    private volatile @Nullable Instant began;
    private volatile @Nullable Duration took;
    private volatile @Nullable Instant failed;
    private volatile @Nullable String fault;

    Work(String name, Clock clock, DiskGuard disk) {
      this.name = name;
      this.clock = clock;
      this.disk = disk;
      this.known = clock.instant();
      this.always = ALWAYS.stream().anyMatch(name::startsWith);
    }

    Runnable of(Runnable task) {
      return () -> {
        if (always || !disk.held()) run(task);
        else skipped = skipped + 1;
      };
    }

    private void run(Runnable task) {
      Instant start = clock.instant();
      began = start;
      running = true;
      try {
        task.run();
      } catch (RuntimeException | Error thrown) {
        failures = failures + 1;
        failed = clock.instant();
        fault = thrown.getClass().getSimpleName();
        throw thrown;
      } finally {
        running = false;
        runs = runs + 1;
        took = Duration.between(start, clock.instant());
      }
    }

    private double age() {
      Instant last = began;
      return Duration.between(last == null ? known : last, clock.instant()).toSeconds();
    }

    private Job told() {
      return new Job(name, runs, failures, skipped, began, took, running, failed, fault);
    }
  }
}
