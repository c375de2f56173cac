package dz.linatatawwa.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Has all that is {@code @Scheduled} in any room pass by {@link Jobs}; the rooms know nothing of it. */
@Component
class JobWatch implements SchedulingConfigurer {

  private final ObjectProvider<TaskScheduler> schedulers;
  private final Jobs jobs;

  JobWatch(ObjectProvider<TaskScheduler> schedulers, Jobs jobs) {
    this.schedulers = schedulers;
    this.jobs = jobs;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar registrar) {
    schedulers.ifUnique(scheduler -> registrar.setTaskScheduler(new Watching(scheduler, jobs)));
  }

  private record Watching(TaskScheduler scheduler, Jobs jobs) implements TaskScheduler {

    @Override
    public Clock getClock() {
      return scheduler.getClock();
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
      return scheduler.schedule(jobs.watched(task), trigger);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
      return scheduler.schedule(jobs.watched(task), startTime);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
      return scheduler.scheduleAtFixedRate(jobs.watched(task), startTime, period);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
      return scheduler.scheduleAtFixedRate(jobs.watched(task), period);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
      return scheduler.scheduleWithFixedDelay(jobs.watched(task), startTime, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
      return scheduler.scheduleWithFixedDelay(jobs.watched(task), delay);
    }
  }
}
