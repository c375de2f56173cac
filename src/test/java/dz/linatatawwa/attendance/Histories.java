package dz.linatatawwa.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random days of one person, as several phones, a desk and paper see them. The same seed gives the same day. */
final class Histories {

  static final Instant STARTS = Instant.parse("2026-11-20T08:00:00Z");
  static final Instant OPENS = STARTS.minus(Duration.ofMinutes(30));
  static final Instant ENDS = STARTS.plus(Duration.ofHours(4));
  static final Instant SHUTS = ENDS.plus(Duration.ofMinutes(30));

  private final Random random;
  private final List<DayDeed> deeds = new ArrayList<>();

  Histories(Random random) {
    this.random = random;
  }

  /** How many deeds of one person an ordinary and a wild day have. */
  List<DayDeed> day() {
    int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 14 : 6);
    for (int i = 0; i < count; i++) deeds.add(deed(i));
    return List.copyOf(deeds);
  }

  private DayDeed deed(int number) {
    DeedKind kind = kind();
    Via via = Via.values()[random.nextInt(Via.values().length)];
    String device = via == Via.DESK || via == Via.PAPER ? null : "phone-" + random.nextInt(3);
    long by = 1 + random.nextInt(2);
    boolean twoSided = via == Via.SITE_CODE || (via == Via.KIT && random.nextBoolean());
    return new DayDeed("key-%02d-%08d".formatted(random.nextInt(100), number), kind, at(kind), by, via, device, twoSided,
        kind == DeedKind.CORRECT ? times() : null, kind == DeedKind.UNDO ? undone() : null);
  }

  private DeedKind kind() {
    int of = random.nextInt(20);
    return of < 6 ? DeedKind.CHECK_IN : of < 7 ? DeedKind.WALK_IN : of < 13 ? DeedKind.CHECK_OUT : of < 15 ? DeedKind.NO_SHOW
        : of < 17 ? DeedKind.CORRECT : DeedKind.UNDO;
  }

  /** Often within minutes of each other, sometimes at one instant, sometimes outside the shift. */
  private Instant at(DeedKind kind) {
    if (!deeds.isEmpty() && random.nextInt(8) == 0) return deeds.get(random.nextInt(deeds.size())).at();
    Instant around = kind.comes() ? STARTS : kind == DeedKind.CHECK_OUT ? ENDS : STARTS.plus(Duration.ofHours(2));
    int spread = random.nextInt(4) == 0 ? 300 : 12;
    return around.plusSeconds(60L * (random.nextInt(2 * spread) - spread) + random.nextInt(60));
  }

  private Times times() {
    Instant in = STARTS.plusSeconds(60L * random.nextInt(60));
    return new Times(in, random.nextInt(4) == 0 ? null : in.plusSeconds(60L * (1 + random.nextInt(180))), "typed wrongly");
  }

  /** Mostly what is there, sometimes what comes later or never. */
  private @Nullable String undone() {
    return deeds.isEmpty() || random.nextInt(6) == 0 ? "key-that-never-came-%02d".formatted(random.nextInt(9)) : deeds.get(random.nextInt(deeds.size())).key();
  }
}
