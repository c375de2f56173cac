import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two nodes, two PostgreSQL servers under Patroni, proxies before both, on loopback and on the very files of deploy/cluster: takes away, under load, what may be lost,
 * and counts how long nobody could write, how many people saw a failure, and whether anything that was acknowledged is missing. Run by bin/rehearse-failover.
 */
final class Failover {

  /** Who does something to the stage while the load runs. */
  private interface Deed {
    void on(Stage stage) throws Exception;
  }

  /** @param aim longest pause of writing in milliseconds; 0: none is aimed at */
  private record Part(String name, int aim, Deed blow, Deed mending) {}

  private static final int MOST_FAILED = 10;
  private static final String ROLLING = "each node in turn";

  private final Stage stage;
  private final double rate;
  private final List<String> report = new ArrayList<>();
  private final List<String> proof = new ArrayList<>();
  private final String only;
  private Load load;
  private boolean kept = true;
  private boolean aimsReached = true;
  private long readFromFollowers;

  private Failover(Stage stage, double rate, String only) {
    this.stage = stage;
    this.rate = rate;
    this.only = only;
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = 1;
    int rolls = 3;
    double rate = 20;
    boolean keep = false;
    boolean etcd3 = false;
    boolean pooled = false;
    String only = "";
    int i = 0;
    for (; i < arguments.length && !arguments[i].equals("--"); i++) {
      switch (arguments[i]) {
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--rolls" -> rolls = Integer.parseInt(arguments[++i]);
        case "--rate" -> rate = Double.parseDouble(arguments[++i]);
        case "--keep" -> keep = true;
        case "--only" -> only = arguments[++i];
        case "--etcd3" -> etcd3 = true;
        case "--pgbouncer" -> pooled = true;
        default -> {
          System.err.println("bin/rehearse-failover [--rounds N] [--rolls N] [--rate PER-SECOND] [--only PATTERN] [--etcd3] [--pgbouncer] [--keep]");
          System.exit(2);
        }
      }
    }
    System.setProperty("jdk.httpclient.keepalive.timeout", "8"); // a client that trusts a connection longer than the proxy keeps it fails by itself
    List<String> platform = Arrays.asList(arguments).subList(i + 1, arguments.length);
    Path folder = Files.createTempDirectory("linatatawwa-failover");
    Stage.run("chmod", "755", folder.toString());
    boolean well = false;
    try (Stage stage = new Stage(folder.resolve("stage"), Stage.programs(folder), platform, etcd3, pooled)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        try {
          stage.close();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }));
      well = new Failover(stage, rate, only).run(rounds, rolls);
    } finally {
      if (keep || !well) System.err.println("kept: " + folder);
      else Stage.run("rm", "-rf", folder.toString());
    }
    System.exit(well ? 0 : 1);
  }

  private boolean run(int rounds, int rolls) throws Exception {
    String busy = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    long began = System.nanoTime();
    raise();
    warm();
    boolean rolling = asked(ROLLING);
    double capacity = rolling ? capacity() : 0;
    say("# What is lost when something is lost, " + LocalDate.now());
    say("");
    say(String.format(Locale.ROOT, "Two nodes of the platform, two PostgreSQL 18 with synchronous replication (%s), etcd, two HAProxies on the same ports, and the load by https: all on one machine with %d processors. "
        + "Load of the machine before the run: %s. Requests come in an open loop, %.0f a second, half of them check-ins, a quarter searches for words of which no two are alike, a quarter pages that may be read from the follower (a fifth of these are the nation's figures, the dearest page there is); nobody tries again." + (rolling ? " Without a loss all parts together answer %.0f a second here." : ""),
        stage.engines(), Runtime.getRuntime().availableProcessors(), busy, rate, capacity));
    say("");
    say("| what was lost | longest pause of check-ins, ms | aim | longest answer, ms | requests | failed | acknowledged, lost | twice | whole again after, s |");
    say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Part part : parts()) {
      if (!asked(part.name)) continue;
      for (int round = 0; round < rounds; round++) play(part);
    }
    if (rolling) roll(capacity / 2, rolls);
    long[] wrong = compare();
    say("");
    say("All in all " + String.format("%,d", load.acknowledged.size()) + " check-ins were acknowledged: " + wrong[0] + " lost, " + wrong[1] + " twice, " + wrong[2] + " with another time than promised. What failed was asked again under its key until "
        + "it had its answer: none of it is there twice. The two nodes had read from a follower up to " + String.format("%,d", readFromFollowers) + " times before one of them was started anew. The run took " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s.");
    if (!proof.isEmpty()) {
      say("");
      say("Who led, as Patroni wrote it, when a leader hung and was woken. The woken one must fail to renew its lock and give way; were its name written over that of its successor, what the successor had acknowledged would be lost.");
      say("");
      say("```");
      proof.forEach(this::say);
      say("```");
    }
    say("");
    say(kept && aimsReached ? "Every aim was reached." : kept ? "Nothing was lost; NOT EVERY AIM WAS REACHED: see above." : "SOMETHING WAS LOST OR DOUBLED: see above.");
    if (only.isEmpty()) Files.writeString(Path.of("bench", "FAILOVER.md"), String.join("\n", report) + "\n");
    return kept && aimsReached;
  }

  private boolean asked(String part) {
    return Pattern.compile(only).matcher(part).find();
  }

  private static List<Part> parts() {
    return List.of(
        new Part("nothing", 0, stage -> { }, stage -> { }),
        new Part("the leader, as planned (switch-over)", 5_000, Stage::switchOver, stage -> { }),
        new Part("the leader's machine (kill -9 of PostgreSQL and Patroni)", 10_000, Failover::loseMachine, stage -> stage.patroni(stage.follower())),
        new Part("PostgreSQL alone (kill -9)", 10_000, stage -> Stage.signal("KILL", stage.postgres(stage.leader()).subList(0, 1)), stage -> { }),
        new Part("a leader that hangs (SIGSTOP)", 15_000, stage -> Stage.signal("STOP", stage.postgres(stage.leader())),
            stage -> Stage.signal("CONT", stage.postgres(stage.follower()))),
        new Part("a node of the platform (kill -9)", 10_000, stage -> Stage.signal("KILL", stage.family("node-a")), stage -> stage.node("node-a")),
        new Part("one of the two proxies (kill -9)", 10_000, stage -> Stage.signal("KILL", stage.family("proxy-1")), stage -> stage.proxy("proxy-1")));
  }

  private static void loseMachine(Stage stage) throws Exception {
    String leader = stage.leader();
    List<String> all = new ArrayList<>(stage.family(leader));
    all.addAll(stage.postgres(leader));
    Stage.signal("KILL", all);
  }

  private void play(Part part) throws Exception {
    await("everything is whole", 180, () -> stage.whole() && stage.ready("node-a") && stage.ready("node-b"));
    Thread.sleep(3_000); // Patroni's own round
    System.err.println(part.name + " …");
    load.begin(rate);
    Thread.sleep(4_000);
    Map<String, Long> read = stage.written();
    long blow = System.nanoTime();
    part.blow.on(stage);
    Thread.sleep(1_000);
    await("check-ins are answered again", 60, () -> load.answeredSince(System.nanoTime() - 1_000_000_000L) > 0);
    Thread.sleep(12_000 - Math.min(11_000, Duration.ofNanos(System.nanoTime() - blow).toMillis()) + 4_000);
    List<Load.Told> told = load.end();
    countFollowers();
    long mended = System.nanoTime();
    part.mending.on(stage);
    await("everything is whole again", 180, () -> stage.whole() && stage.ready("node-a") && stage.ready("node-b"));
    long whole = Duration.ofNanos(System.nanoTime() - mended).toSeconds();
    settle();
    if (part.name.contains("hangs")) proof.addAll(stage.turns(read));
    long pause = pause(told);
    long failed = told.stream().filter(Load.Told::failed).count();
    long longest = told.stream().mapToLong(one -> one.done() - one.sent()).max().orElse(0) / 1_000_000;
    long[] wrong = compare();
    kept &= wrong[0] + wrong[1] + wrong[2] == 0;
    aimsReached &= failed <= MOST_FAILED && (part.aim == 0 || pause <= part.aim);
    tell(told);
    say(String.format("| %s | %,d | %s | %,d | %,d | %,d | %,d | %,d | %,d |", part.name, pause, part.aim == 0 ? "–" : String.format("%,d", part.aim), longest, told.size(), failed, wrong[0], wrong[1], whole));
  }

  /** How requests failed, so many each, and the first of each kind after how long. */
  private static void tell(List<Load.Told> told) {
    Map<String, List<Load.Told>> kinds = told.stream().filter(Load.Told::failed).collect(Collectors.groupingBy(one -> one.status() + " " + one.how().lines().findFirst().orElse("")));
    kinds.forEach((how, all) -> System.err.println("  failed " + all.size() + " times, first after " + (all.getFirst().done() - all.getFirst().sent()) / 1_000_000 + " ms: " + how));
  }

  /** The longest time in which no check-in was answered well. */
  private static long pause(List<Load.Told> told) {
    long[] answers = told.stream().filter(one -> one.deed() && !one.failed()).mapToLong(Load.Told::done).sorted().toArray();
    long longest = 0;
    for (int i = 1; i < answers.length; i++) longest = Math.max(longest, answers[i] - answers[i - 1]);
    return longest / 1_000_000;
  }

  /** One node after the other is stopped and started, again and again, under half of what all of it can take. */
  private void roll(double half, int rolls) throws Exception {
    await("everything is whole", 180, () -> stage.whole() && stage.ready("node-a") && stage.ready("node-b"));
    System.err.println("rolling restarts …");
    load.begin(half);
    Thread.sleep(3_000);
    for (int i = 0; i < rolls; i++) {
      for (String node : List.of("node-a", "node-b")) {
        countFollowers();
        stage.stop(node);
        stage.node(node);
        stage.yields(node, true); // it has no machine of its own here, as it should: what it starts and compiles with is what the others leave
        await(node + " is ready", 120, () -> stage.ready(node));
        Thread.sleep(20_000); // as docs/operations.md says
        stage.yields(node, false);
      }
    }
    Thread.sleep(2_000);
    List<Load.Told> told = load.end();
    settle();
    long failed = told.stream().filter(Load.Told::failed).count();
    tell(told);
    long longest = told.stream().mapToLong(one -> one.done() - one.sent()).max().orElse(0) / 1_000_000;
    long[] wrong = compare();
    kept &= wrong[0] + wrong[1] + wrong[2] == 0;
    aimsReached &= failed == 0;
    say(String.format(Locale.ROOT, "| " + ROLLING + ", %d times, at half load (%.0f/s): stopped and started, twenty seconds apart | %,d | none fails | %,d | %,d | %,d | %,d | %,d | – |", rolls, half, pause(told), longest, told.size(), failed, wrong[0], wrong[1]));
  }

  private void countFollowers() {
    readFromFollowers = Math.max(readFromFollowers, stage.readFromFollowers("node-a") + stage.readFromFollowers("node-b"));
  }

  /** What got no answer is asked again under its key, until it has one. */
  private void settle() throws InterruptedException {
    long answered = System.nanoTime();
    for (Integer n = load.unanswered.poll(); n != null; n = load.unanswered.poll()) {
      if (System.nanoTime() - answered > Duration.ofSeconds(60).toNanos()) throw new IllegalStateException("check-ins stay without an answer");
      if (load.checkIn(n, System.nanoTime()).failed()) Thread.sleep(200);
      else answered = System.nanoTime();
    }
  }

  private void warm() throws InterruptedException {
    System.err.println("warming …");
    for (int rate : List.of(100, 250)) {
      load.begin(rate);
      Thread.sleep(10_000);
      load.end();
    }
    settle(); // on a machine that is starved many had no answer
  }

  /** So many a second are answered, the slowest of twenty within half a second. */
  private double capacity() throws InterruptedException {
    for (double tried = 40; tried < 2_000; tried *= 1.5) {
      load.begin(tried);
      Thread.sleep(4_000);
      List<Load.Told> told = load.end();
      long[] millis = told.stream().mapToLong(one -> (one.done() - one.sent()) / 1_000_000).sorted().toArray();
      System.err.printf("%.0f/s: p95 %d ms, failed %d%n", tried, millis[millis.length * 95 / 100], told.stream().filter(Load.Told::failed).count());
      if (millis[millis.length * 95 / 100] > 500 || told.stream().anyMatch(Load.Told::failed)) return tried / 1.5;
      if (load.acknowledged.size() > 28_000) return tried; // people are not without number
    }
    return 2_000;
  }

  private void raise() throws Exception {
    stage.etcd();
    Thread.sleep(1_500);
    stage.patroni("db-a");
    await("db-a leads", 60, () -> stage.leader().equals("db-a"));
    stage.patroni("db-b");
    await("db-b follows", 120, stage::whole);
    try (Connection db = stage.connection("db-a"); Statement statement = db.createStatement()) {
      statement.execute("create role pages login password '" + Stage.PASSWORD + "'");
    }
    stage.proxy("proxy-1");
    stage.proxy("proxy-2");
    stage.pool();
    Thread.sleep(1_500);
    stage.node("node-a");
    await("node-a is ready", 600, () -> stage.ready("node-a"));
    stage.node("node-b");
    await("node-b is ready", 600, () -> stage.ready("node-b"));
    load = new Load(stage.people(), stage.trust(), "__Host-session=" + people());
  }

  /** A coordinator who is signed in, and people with seats in shifts of now.
   *  @return the coordinator's session */
  private String people() throws Exception {
    byte[] random = new byte[32];
    new java.security.SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    try (Connection db = stage.connection(stage.leader()); Statement statement = db.createStatement()) {
      for (String sql : Files.readString(Path.of("bench/failover/people.sql")).replace("{hash}", hash).replace("{people}", "" + Load.PEOPLE).split(";\\s*\\n")) {
        if (!sql.isBlank()) statement.execute(sql);
      }
    }
    return token;
  }

  /** @return acknowledged and lost, stored twice or otherwise, kept with another time than promised */
  private long[] compare() throws SQLException {
    Map<String, Instant> deeds = new HashMap<>();
    Map<String, Instant> attendance = new HashMap<>();
    long twice = 0;
    try (Connection db = stage.connection(stage.leader()); Statement statement = db.createStatement()) {
      try (var rows = statement.executeQuery("select key, at, shift_id, volunteer_id from attendance.deed where key like 'failover-key-%' and outcome = 'done'")) {
        while (rows.next()) {
          int n = Integer.parseInt(rows.getString(1).substring("failover-key-".length()));
          boolean right = rows.getLong(3) == Load.shift(n) && rows.getLong(4) == Load.person(n);
          if (!right || deeds.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant()) != null) twice++;
        }
      }
      try (var rows = statement.executeQuery("select shift_id, volunteer_id, checked_in_at from attendance.attendance where shift_id >= " + Load.FIRST_SHIFT + " and checked_in_at is not null")) {
        while (rows.next()) if (attendance.put(rows.getLong(1) + " " + rows.getLong(2), rows.getObject(3, OffsetDateTime.class).toInstant()) != null) twice++;
      }
    }
    long lost = 0;
    long otherTime = 0;
    for (var promise : load.acknowledged.entrySet()) {
      Instant deed = deeds.get(Load.key(promise.getKey()));
      Instant there = attendance.get(Load.shift(promise.getKey()) + " " + Load.person(promise.getKey()));
      if (deed == null || there == null) lost++;
      else if (apart(deed, promise.getValue()) || apart(there, promise.getValue())) otherTime++;
    }
    return new long[] {lost, twice + Math.abs(attendance.size() - deeds.size()), otherTime};
  }

  /** The database keeps microseconds. */
  private static boolean apart(Instant stored, String promised) {
    return Math.abs(Duration.between(stored, Instant.parse(promised)).toNanos()) > 1000;
  }

  private static void await(String what, int seconds, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("not within " + seconds + " s: " + what);
      Thread.sleep(100);
    }
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
