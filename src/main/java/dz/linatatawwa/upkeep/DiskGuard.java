package dz.linatatawwa.upkeep;

import dz.linatatawwa.site.WritesHeld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Holds writing while the disk of the data is nearly full: a PostgreSQL that cannot write its log any more stops for good, one that is not asked to write goes on being read. Looks every
 *  two seconds; what is left over must last for what the database writes by itself meanwhile, so the reserve is as large as its log may become. */
@Component
class DiskGuard implements WritesHeld {

  private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);

  private final long reserve;
  private volatile LongSupplier measure;
  private volatile long free = Long.MAX_VALUE;
  private volatile boolean held;

  DiskGuard(@Value("${linatatawwa.data:data}") Path data, @Value("${linatatawwa.disk.reserve:512MB}") DataSize reserve) {
    this.reserve = reserve.toBytes();
    this.measure = () -> least(data);
  }

  /** Held below the reserve, and until half as much again is free: nobody wants it to change with each second. */
  @Scheduled(fixedDelay = 2_000)
  void look() {
    long now = measure.getAsLong();
    free = now;
    boolean full = now < (held ? reserve + reserve / 2 : reserve);
    if (full == held) return;
    held = full;
    if (full) LOG.error("the disk is nearly full ({} MB are free): pages are shown, nothing is written until {} MB are free", now >> 20, reserve + reserve / 2 >> 20);
    else LOG.warn("the disk has room again ({} MB are free): writing goes on", now >> 20);
  }

  @Override
  public boolean held() {
    return held;
  }

  /** Bytes that are free where there is least. */
  long free() {
    return free;
  }

  long reserve() {
    return reserve;
  }

  /** Tests say how much is free. */
  void measuredBy(LongSupplier other) {
    measure = other;
    look();
  }

  /** The database and the files may lie on different disks. */
  static long least(Path data) {
    long least = Long.MAX_VALUE;
    for (Path part : List.of(data, data.resolve("postgres"), data.resolve("postgres").resolve("pg_wal"), data.resolve("files"))) {
      if (Files.exists(part)) least = Math.min(least, usable(part));
    }
    return least;
  }

  /** What cannot be measured does not hold anybody up. */
  private static long usable(Path part) {
    try {
      return Files.getFileStore(part).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
