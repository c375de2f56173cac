import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Kills the application, the database, and both, in the middle of check-ins, and cuts the power; then counts: every check-in that was acknowledged is
 * stored once and with the time that was promised, none twice, none that was refused. The last part takes the flushing away and must find losses:
 * a rehearsal that cannot fail proves nothing. Run by bin/crash; all traffic is on loopback.
 */
final class Crash {

  private static final int PHONES = 16;

  /** What is killed. */
  private enum Blow { APPLICATION, DATABASE, BOTH, POWER, POWER_WITHOUT_FLUSHING }

  private final Path data;
  private final Random random;
  private final Platform platform;
  private final CheckIns phones;
  private final List<String> report = new ArrayList<>();
  private final Path journal;
  private Path library;

  private Crash(Path data, long seed) throws IOException {
    this.data = data;
    random = new Random(seed);
    platform = new Platform(data);
    phones = new CheckIns(platform.base());
    journal = data.resolve("lost-writes.journal");
    say("# Check-ins through crashes, " + LocalDate.now());
    say("");
    say("Seed " + seed + "; " + PHONES + " phones check people in without a pause; what got no answer is asked again under the same key. "
        + "The wait is from the blow to the first answers after it; when the database alone is killed, its children answer for a moment more.");
    say("");
  }

  public static void main(String[] args) throws Exception {
    int rounds = 100;
    int cuts = 30;
    long seed = 5122026;
    Path data = Path.of("data", "crash");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--cuts" -> cuts = Integer.parseInt(args[++i]);
        case "--seed" -> seed = Long.parseLong(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/crash [--rounds N] [--cuts N] [--seed N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    Path own = data.toAbsolutePath();
    empty(own);
    System.exit(new Crash(own, seed).run(rounds, cuts) ? 0 : 1);
  }

  /** The counter-proof at the end leaves a damaged database behind: each run begins anew, in a folder that this command made. */
  private static void empty(Path folder) throws IOException {
    Path mark = folder.resolve("made-by-bin-crash");
    if (Files.isDirectory(folder) && !Files.exists(mark)) {
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) throw new IllegalStateException(folder + " is not empty and was not made by bin/crash: name another folder (--data DIR)");
      }
    }
    if (Files.exists(mark)) {
      try (var inside = Files.walk(folder)) {
        for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
      }
    }
    Files.createDirectories(folder);
    Files.createFile(mark);
  }

  private boolean run(int rounds, int cuts) throws Exception {
    boolean whole = true;
    try {
      platform.start(Map.of());
      people();
      phones.signIn("coordinator@example.org");
      say("| what was killed | rounds | acknowledged | asked again | first answer after, median ms | longest ms | lost | twice | other time | refused but stored |");
      say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      for (Blow blow : List.of(Blow.APPLICATION, Blow.DATABASE, Blow.BOTH)) whole &= rounds == 0 || part(blow, rounds, Map.of()) == 0;
      platform.stop();
      if (cuts > 0) {
        library = library();
        Map<String, String> forgetful = Map.of("LD_PRELOAD", library.toString(), "LOST_WRITES_DIR", platform.cluster().toString(), "LOST_WRITES_JOURNAL", journal.toString());
        platform.start(forgetful);
        whole &= part(Blow.POWER, cuts, forgetful) == 0;
        whole &= checked();
        platform.stop();
        Files.deleteIfExists(journal);
        // The same with a database that does not flush: if nothing is lost now, the cuts above proved nothing.
        Files.writeString(platform.cluster().resolve("postgresql.local.conf"), "fsync = off\n");
        platform.start(forgetful);
        long lost = part(Blow.POWER_WITHOUT_FLUSHING, 1, forgetful);
        if (lost == 0) {
          whole = false;
          say("");
          say("The counter-proof failed: nothing was lost without flushing, so the power cuts prove nothing.");
        }
      }
    } finally {
      platform.stop();
    }
    say("");
    say(whole ? "Acknowledged in all: " + phones.acknowledged.size() + ". None lost, none twice, none refused but stored."
        : "NOT WHOLE: see above.");
    Files.writeString(Path.of("bench", "CRASHES.md"), String.join("\n", report) + "\n");
    return whole;
  }

  /** @return how many check-ins were lost, doubled or stored though refused */
  private long part(Blow blow, int rounds, Map<String, String> environment) throws Exception {
    int before = phones.acknowledged.size();
    long repeatsBefore = phones.repeats();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      waits.add(round(blow, environment, i));
      if (blow == Blow.POWER_WITHOUT_FLUSHING && waits.getLast() < 0) break;
      if (i % 10 == 9) System.err.println(blow + " " + (i + 1) + " of " + rounds + ", acknowledged " + phones.acknowledged.size());
    }
    waits.sort(null);
    if (blow == Blow.POWER_WITHOUT_FLUSHING && waits.getFirst() < 0) {
      say("| power, nothing flushed (must fail) | 1 | – | – | – | – | the database did not even start | – | – | – |");
      return 1;
    }
    long[] wrong = compare();
    say(String.format("| %s | %d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d |", name(blow), rounds, phones.acknowledged.size() - before, phones.repeats() - repeatsBefore,
        waits.get(waits.size() / 2), waits.getLast(), wrong[0], wrong[1], wrong[2], wrong[3]));
    return Arrays.stream(wrong).sum();
  }

  private static String name(Blow blow) {
    return switch (blow) {
      case APPLICATION -> "application (kill -9)";
      case DATABASE -> "database (kill -9)";
      case BOTH -> "both (kill -9)";
      case POWER -> "power (unflushed writes lost)";
      case POWER_WITHOUT_FLUSHING -> "power, nothing flushed (must fail)";
    };
  }

  /** Check-ins run; a blow falls; they go on until everything has its answer.
   *  @return milliseconds from the blow to the first answer after it; negative if the platform did not come back */
  private long round(Blow blow, Map<String, String> environment, int number) throws Exception {
    long least = phones.acknowledged.size() + 170;
    Crowd crowd = new Crowd();
    while (phones.acknowledged.size() < least) Thread.sleep(5);
    Thread.sleep(random.nextInt(250));
    int answered = phones.acknowledged.size();
    long blowAt = System.nanoTime();
    try {
      switch (blow) {
        case APPLICATION -> {
          platform.killApplication();
          platform.start(environment);
        }
        case DATABASE -> platform.killDatabase();
        case BOTH -> {
          platform.killAll();
          platform.start(environment);
        }
        case POWER, POWER_WITHOUT_FLUSHING -> {
          platform.killAll();
          // every other time the disk happens to have written half of the pages
          LostWrites.Lost lost = LostWrites.putBack(journal, platform.cluster(), number % 2 == 0 ? 0 : 0.5, random);
          if (number == 0) System.err.println("first cut: " + lost);
          platform.start(environment);
        }
      }
    } catch (IllegalStateException down) {
      crowd.end();
      if (blow != Blow.POWER_WITHOUT_FLUSHING) throw down;
      return -1;
    }
    // answers that were on their way at the blow are not the first of the new life
    while (phones.acknowledged.size() <= answered + PHONES) Thread.sleep(2);
    long wait = (System.nanoTime() - blowAt) / 1_000_000;
    crowd.end();
    while (phones.unanswered() > 0) {
      if (!phones.one()) Thread.sleep(50);
    }
    return wait;
  }

  /** The phones, each on its own thread. */
  private final class Crowd {

    private volatile boolean going = true;
    private volatile Throwable trouble;
    private final List<Thread> threads = new ArrayList<>();

    Crowd() {
      for (int i = 0; i < PHONES; i++) {
        threads.add(Thread.ofVirtual().start(() -> {
          try {
            while (going) {
              if (!phones.one()) Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            trouble = e;
          }
        }));
      }
    }

    void end() throws InterruptedException {
      going = false;
      for (Thread thread : threads) thread.join();
      if (trouble != null) throw new IllegalStateException(trouble);
    }
  }

  /** @return lost, twice, kept with another time than promised, stored though refused */
  private long[] compare() throws SQLException, IOException {
    Map<String, Instant> deeds = new HashMap<>();
    Map<String, Instant> attendance = new HashMap<>();
    long twice = 0;
    try (Connection db = platform.database(); Statement statement = db.createStatement()) {
      try (ResultSet rows = statement.executeQuery("select key, at, shift_id, volunteer_id from attendance.deed where key like 'crash-key-%' and outcome = 'done'")) {
        while (rows.next()) {
          int n = Integer.parseInt(rows.getString(1).substring("crash-key-".length()));
          boolean right = rows.getLong(3) == CheckIns.shift(n) && rows.getLong(4) == CheckIns.person(n);
          if (!right || deeds.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant()) != null) twice++;
        }
      }
      try (ResultSet rows = statement.executeQuery("select shift_id, volunteer_id, checked_in_at from attendance.attendance where shift_id between "
          + CheckIns.shift(0) + " and " + CheckIns.shift(399_999) + " and checked_in_at is not null")) {
        while (rows.next()) {
          if (attendance.put(rows.getLong(1) + " " + rows.getLong(2), rows.getObject(3, OffsetDateTime.class).toInstant()) != null) twice++;
        }
      }
    }
    long lost = 0;
    long otherTime = 0;
    for (var promise : phones.acknowledged.entrySet()) {
      Instant kept = deeds.get(CheckIns.key(promise.getKey()));
      Instant there = attendance.get(CheckIns.shift(promise.getKey()) + " " + CheckIns.person(promise.getKey()));
      if (kept == null || there == null) lost++;
      else if (apart(kept, promise.getValue()) || apart(there, promise.getValue())) otherTime++;
    }
    long refusedButStored = phones.refused.keySet().stream().filter(n -> deeds.containsKey(CheckIns.key(n))).count();
    // nothing stored that nobody was told of, once everything has its answer
    long untold = deeds.keySet().stream().filter(key -> !phones.acknowledged.containsKey(Integer.valueOf(key.substring("crash-key-".length())))).count();
    return new long[] {lost, twice + untold + Math.abs(attendance.size() - deeds.size()), otherTime, refusedButStored};
  }

  /** The database keeps microseconds. */
  private static boolean apart(Instant kept, String promised) {
    return Math.abs(java.time.Duration.between(kept, Instant.parse(promised)).toNanos()) > 1000;
  }

  private void people() throws Exception {
    try (Connection db = platform.database(); Statement statement = db.createStatement()) {
      for (String sql : Files.readString(Path.of("bench", "many-to-check-in.sql")).split(";\\s*\\n")) {
        if (!sql.isBlank()) statement.execute(sql);
      }
    }
  }

  private Path library() throws IOException, InterruptedException {
    Path file = data.resolve("lost-writes.so");
    Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", file.toString(), "bench/crash/lost-writes.c", "-ldl").inheritIO().start();
    if (compiler.waitFor() != 0) throw new IllegalStateException("lost-writes.c does not compile");
    return file;
  }

  /** Reads every page of every table (PostgreSQL refuses one whose checksum is wrong) and holds every index against its table. */
  private boolean checked() throws SQLException, IOException {
    try (Connection db = platform.database(); Statement statement = db.createStatement()) {
      statement.execute("create extension if not exists amcheck");
      statement.execute("set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off");
      List<String> tables = names(statement, """
          select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'm') and n.nspname not in ('pg_toast', 'information_schema')
          """);
      for (String table : tables) statement.execute("select count(t) from " + table + " t");
      List<String> indexes = names(statement, """
          select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
          where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'
          """);
      for (String index : indexes) statement.execute("select bt_index_check('" + index.replace("'", "''") + "'::regclass, true)");
      statement.execute("drop extension amcheck");
      say("");
      say("After the cuts " + tables.size() + " tables were read whole (page checksums on) and " + indexes.size() + " indexes agree with their tables.");
      return true;
    } catch (SQLException broken) {
      say("");
      say("AFTER THE CUTS THE DATABASE IS DAMAGED: " + broken.getMessage());
      return false;
    }
  }

  private static List<String> names(Statement statement, String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) names.add(rows.getString(1));
    }
    return names;
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
