import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The minute of International Volunteer Day: so many volunteers come to twenty sites, each with a session and a connection of their own, ask for their session and say by the site's code that
 * they are there. They come when they come (an open loop, at random, in fifty-five seconds); who is told to come again soon comes again, as the phone does. Afterwards the database is asked
 * whether each of them is there once. Beside it stands what pgbench reaches with the very statements of such a check-in, taken from the database's own log, fsync on.
 * Run by bin/bench minute [--people N] [--data DIR]; needs psql and pgbench. All traffic is on loopback and every load ends by itself.
 */
final class Minute {

  private static final int SITES = 20;
  private static final int SPREAD_SECONDS = 55;
  private static final int WARMINGS = 8;
  private static final long FIRST_PERSON = 10_000_001;
  private static final long FIRST_SHIFT = 20_000_001;
  private static final long FIRST_KIT = 30_000_001;
  private static final Pattern TOKEN = Pattern.compile("\"token\" ?: ?\"([^\"]+)\"");

  private final Platform platform;
  private final int people;
  private final List<String> report = new ArrayList<>();
  private final KeyPair phone;
  private final Map<Long, String> codes = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final Map<String, Integer> strange = new ConcurrentHashMap<>();

  private Minute(Path data, int people) throws Exception {
    platform = new Platform(data);
    this.people = people;
    KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
    maker.initialize(new ECGenParameterSpec("secp256r1"));
    phone = maker.generateKeyPair();
  }

  /** @param session until the session was told, in microseconds
   *  @param checkIn until the check-in was answered, from its sending
   *  @param whole   from the moment at which the volunteer came, waits for another try included */
  private record Came(long session, long checkIn, long whole) {}

  public static void main(String[] arguments) throws Exception {
    int people = 40_000;
    Path data = Path.of("data", "bench-minute");
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      if (arguments[i].equals("--people")) people = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
    }
    if (people < 1 || people > 40_000) throw new IllegalArgumentException("from one to 40,000 people, not " + people);
    new Minute(data, people).run();
  }

  private void run() throws Exception {
    platform.start("--demo");
    try {
      fill();
      long settled = platform.settle();
      beginning(settled);
      warm();
      String statements = statements();
      clear();
      forget();
      double[] before = processor();
      long began = System.nanoTime();
      List<Came> came = minute(people, SPREAD_SECONDS, "day");
      double took = (System.nanoTime() - began) / 1e9;
      told(came, took, before, processor());
      kept(came.size());
      beside(statements, took);
    } finally {
      platform.stop();
    }
    Files.writeString(Path.of("bench", "MINUTE.md"), String.join("\n", report) + "\n");
    report.forEach(System.out::println);
  }

  /** A day that has begun: so many come beforehand, in as many seconds as it takes. */
  private void warm() throws Exception {
    for (int i = 0; i < WARMINGS; i++) {
      long began = System.nanoTime();
      minute(Math.min(people, 4_000), 8, "warm-" + i);
      System.out.printf(Locale.ROOT, "warmed with %,d in %.1f s%n", Math.min(people, 4_000), (System.nanoTime() - began) / 1e9);
      clear();
    }
  }

  private void beginning(long settled) throws Exception {
    report.add("# Forty thousand in a minute, " + LocalDate.now());
    report.add("");
    report.add(String.format(Locale.ROOT, "%,d volunteers come in %d seconds, at random, to %d sites; platform, PostgreSQL and the volunteers share %d processors; after the filling %d s passed until nothing else was at work; load average at the start %s. fsync %s, synchronous_commit %s:"
        + " a check-in is answered when it is on the disk.", people, SPREAD_SECONDS, SITES, Runtime.getRuntime().availableProcessors(), settled, Platform.load(), platform.psql("show fsync"), platform.psql("show synchronous_commit")));
    report.add("Each has a session, a connection and an address of their own, as a phone has: it connects, asks for `/api/session`, says by `POST /api/arrivals`, with the site's signed code of these ten seconds, that they are there, "
        + "and goes. So there are never forty thousand connections at one time: the platform lets in as many as its heap bears (896 at 168 MB), and how many there were is told below. Who is told to come again soon does, and the wait counts.");
    report.add("");
  }

  private void forget() {
    refused.set(0);
    broken.set(0);
    mostOpen.set(0);
    strange.clear();
    Line.FAILURES.clear();
  }

  /** Seconds of a processor used until now by the platform, by PostgreSQL and by those who come. */
  private double[] processor() throws Exception {
    return new double[] {platform.processorSeconds(), platform.databaseSeconds(), ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9};
  }

  // The country ----------------------------------------------------------------------------------------------------------

  private void fill() throws Exception {
    platform.psql(Files.readString(Path.of("bench", "many-to-check-in.sql")));
    ECPublicKey key = (ECPublicKey) phone.getPublic();
    String point = HexFormat.of().formatHex(bytes(key.getW().getAffineX())) + HexFormat.of().formatHex(bytes(key.getW().getAffineY()));
    platform.psql("insert into kits.kit (id, shift_id, leader_id, kind, public_key, phone, taken_at) select " + (FIRST_KIT - 1) + " + n, " + (FIRST_SHIFT - 1) + " + n, a.id, 'phone', '\\x" + point
        + "', 'bench', now() from generate_series(1, " + SITES + ") n cross join (select id from accounts.account where email = 'coordinator@example.org') a on conflict (id) do update set public_key = excluded.public_key");
    platform.psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device) select sha256(convert_to('minute' || lpad(n::text, 37, '0'), 'UTF8')), " + (FIRST_PERSON - 1)
        + " + n, now() + interval '1 day', 'code', 'phone' from generate_series(1, 40000) n on conflict do nothing");
    platform.psql("vacuum analyze accounts.session, kits.kit, accounts.account");
  }

  private static byte[] bytes(BigInteger number) {
    byte[] plain = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, plain.length);
    System.arraycopy(plain, plain.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private void clear() throws Exception {
    platform.psql("delete from attendance.deed where shift_id between " + FIRST_SHIFT + " and " + (FIRST_SHIFT + SITES - 1) + "; delete from attendance.attendance where shift_id between " + FIRST_SHIFT + " and "
        + (FIRST_SHIFT + SITES - 1));
    platform.psql("vacuum analyze attendance.deed, attendance.attendance");
    platform.psql("checkpoint");
  }

  /** The code that the leader's phone shows now; a new one each ten seconds. */
  private String code(int site) {
    long step = System.currentTimeMillis() / 10_000;
    return codes.computeIfAbsent(step * SITES + site, anew -> {
      try {
        byte[] message = ByteBuffer.allocate(12).putLong(FIRST_KIT + site).putInt((int) step).array();
        Signature signing = Signature.getInstance("SHA256withECDSAinP1363Format");
        signing.initSign(phone.getPrivate());
        signing.update(message);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(76).put(message).put(signing.sign()).array());
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  // Who comes ------------------------------------------------------------------------------------------------------------

  private List<Came> minute(int many, int seconds, String name) throws InterruptedException {
    ConcurrentLinkedQueue<Came> came = new ConcurrentLinkedQueue<>();
    long[] due = new Random(5_12).longs(many, 0, TimeUnit.SECONDS.toNanos(seconds)).sorted().toArray();
    long began = System.nanoTime();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int n = i;
        long at = began + due[i];
        long wait = at - System.nanoTime();
        if (wait > 50_000) LockSupport.parkNanos(wait);
        all.submit(() -> came.add(comes(n, name, at)));
      }
    }
    return List.copyOf(came);
  }

  private Came comes(int n, String name, long due) throws Exception {
    String cookie = "session=minute" + String.format(Locale.ROOT, "%037d", n + 1);
    int site = n % SITES;
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    int port = platform.port();
    try (Line line = new Line(port, "127.2." + (n / 200 % 250) + "." + (1 + n % 200), true)) {
      long asked = System.nanoTime();
      String session = until(line, "GET /api/session HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookie + "\r\n\r\n", () -> null);
      long told = System.nanoTime();
      Matcher token = TOKEN.matcher(session);
      if (!token.find()) throw new IllegalStateException("no token in " + session);
      long sent = System.nanoTime();
      String answer = until(line, null, () -> {
        long now = System.currentTimeMillis();
        String body = "{\"sentAt\":" + now + ",\"claims\":[{\"key\":\"minute-" + name + "-" + n + "\",\"code\":\"" + code(site) + "\",\"at\":" + now + ",\"leaving\":false}]}";
        return "POST /api/arrivals HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookie + "\r\nX-CSRF-TOKEN: " + token.group(1) + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length() + "\r\n\r\n" + body;
      });
      long done = System.nanoTime();
      if (!answer.contains("\"done\"")) strange.merge(answer.length() > 200 ? answer.substring(0, 200) : answer, 1, Integer::sum);
      return new Came((told - asked) / 1_000, (done - sent) / 1_000, (done - due) / 1_000);
    } catch (Exception e) {
      strange.merge(String.valueOf(e), 1, Integer::sum);
      throw e;
    } finally {
      open.decrementAndGet();
    }
  }

  private interface Words {
    String now();
  }

  /** Asks until the answer is neither "come again" nor none; ten times at most. */
  private String until(Line line, String fixed, Words words) throws Exception {
    for (int i = 0; i < 10; i++) {
      Line.Answer answer = line.ask(fixed == null ? words.now() : fixed);
      if (answer.status() == 200) return answer.body();
      if (answer.status() == 0) broken.incrementAndGet();
      else if (answer.status() == 503 || answer.status() == 429) refused.incrementAndGet();
      else throw new IllegalStateException(answer.status() + " " + answer.body());
      Thread.sleep(Math.max(200, answer.pause() * 1_000L));
    }
    throw new IllegalStateException("ten times in vain");
  }

  // What became of it ----------------------------------------------------------------------------------------------------

  private void told(List<Came> came, double took, double[] before, double[] after) {
    if (came.isEmpty()) throw new IllegalStateException("nobody was answered: " + strange);
    report.add("| | p50 | p99 | longest | aim |");
    report.add("| --- | --- | --- | --- | --- |");
    row("the session is told", came.stream().mapToLong(Came::session).sorted().toArray(), "");
    row("the check-in is answered", came.stream().mapToLong(Came::checkIn).sorted().toArray(), "p99 under 500 ms");
    row("all of it, from the coming on", came.stream().mapToLong(Came::whole).sorted().toArray(), "");
    report.add("");
    report.add(String.format(Locale.ROOT, "- the last of %,d was there after **%.1f s** (aim: 60); told to come again %d times, connections broken %d times%s", came.size(), took, refused.get(), broken.get(),
        (strange.isEmpty() ? "" : "; strange: " + strange) + (Line.FAILURES.isEmpty() ? "" : "; why: " + Line.FAILURES)));
    report.add(String.format(Locale.ROOT, "- at most %d connections at one time; seconds of a processor: the platform %.1f, PostgreSQL %.1f, those who came %.1f, of %.1f", mostOpen.get(), after[0] - before[0],
        after[1] - before[1], after[2] - before[2], took * Runtime.getRuntime().availableProcessors()));
  }

  private void row(String what, long[] micros, String aim) {
    report.add(String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %.1f ms | %s |", what, micros[micros.length / 2] / 1e3, micros[Math.min(micros.length - 1, (int) (micros.length * 0.99))] / 1e3,
        micros[micros.length - 1] / 1e3, aim));
  }

  private void kept(int answered) throws Exception {
    String between = " between " + FIRST_SHIFT + " and " + (FIRST_SHIFT + SITES - 1);
    long there = Long.parseLong(platform.psql("select count(*) from attendance.attendance where shift_id" + between));
    long deeds = Long.parseLong(platform.psql("select count(*) from attendance.deed where shift_id" + between + " and outcome = 'done'"));
    long different = Long.parseLong(platform.psql("select count(distinct volunteer_id) from attendance.deed where shift_id" + between));
    report.add(String.format(Locale.ROOT, "- in the database: %,d attendances, %,d deeds of %,d different people, of %,d who were told that they are there: **lost %d, double %d**; %d gave up after ten tries", there, deeds, different, answered, Math.max(0, answered - different), deeds - different, people - answered));
    if (different != people || deeds != people) report.add("- **NOT AS IT SHOULD BE**");
  }

  /** The statements of one check-in as the database saw them, with places for the next person's. */
  private String statements() throws Exception {
    List<String> statements = platform.statements(List.of(() -> comes(0, "logged", System.nanoTime()))).getFirst().stream()
        .filter(one -> !one.contains("hours.") && (one.contains("attendance") || one.contains("accounts.session") || one.contains("kits.kit") || one.contains("participation.shift_facts"))).toList();
    if (statements.stream().noneMatch(one -> one.contains("attendance.deed"))) throw new IllegalStateException("no check-in in the log: " + statements);
    return String.join("\n", statements).replace("'minute-logged-0'", "('pgbench-' || (:n)::text)").replaceAll("\\b" + FIRST_PERSON + "\\b", "(:volunteer)::bigint")
        .replaceAll("\\b" + FIRST_SHIFT + "\\b", "(:shift)::bigint");
  }

  private void beside(String statements, double took) throws Exception {
    clear();
    Path sql = Files.writeString(platform.data.resolve("minute.sql"), "\\set n :client_id + :k * 32\n\\set k :k + 1\n\\set shift " + FIRST_SHIFT + " + :n / 40000\n\\set volunteer " + FIRST_PERSON + " + :n % 40000\n" + statements + "\n");
    String out = platform.pgbench(32, 15, List.of("-M", "prepared", "-D", "k=0", "-f", sql.toString()));
    Matcher rate = Pattern.compile("tps = ([\\d.]+)").matcher(out);
    if (!rate.find()) throw new IllegalStateException(out);
    double limit = Double.parseDouble(rate.group(1));
    long statementsOfOne = statements.lines().filter(line -> line.endsWith(";")).count();
    report.add(String.format(Locale.ROOT, "- beside it: pgbench with the same %d statements, 32 connections, nothing else running: %,.0f/s, so %,d in %.1f s at its best; the platform was asked for %,.0f/s, %.0f %% of that, with HTTP, sessions,"
        + " forgery tokens and signatures checked, and as many questions for sessions beside them", statementsOfOne, limit, people, people / limit, people / took, 100 * people / took / limit));
  }
}
