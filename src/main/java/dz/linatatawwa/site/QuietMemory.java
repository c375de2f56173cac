package dz.linatatawwa.site;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives memory back when a load is over. The heap grows with a load far beyond what lives in it, and its collector gives nothing back before
 *  it has looked at everything, which it never does while nobody asks for anything: so it is told to, when nobody would notice the pause. */
@Component
class QuietMemory {

  private static final int SECONDS = 10;
  /** Of one processor, in nanoseconds within those seconds. */
  private static final long QUIET = TimeUnit.SECONDS.toNanos(SECONDS) / 20;

  private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long worked;
  private long kept;

  @Scheduled(initialDelay = SECONDS, fixedDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
  void giveBack() {
    long before = worked;
    worked = process.getProcessCpuTime();
    if (worked - before > QUIET || held() < kept + kept / 4) return;
    System.gc();
    kept = held();
  }

  private static long held() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
  }
}
