import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
  private static final long FIRST_PERSON = 10_000_001;
  private static final long FIRST_SHIFT = 20_000_001;
  private static final long FIRST_KIT = 30_000_001;
  private static final Pattern TOKEN = Pattern.compile("\"token\" ?: ?\"([^\"]+)\"");
  private static final Pattern LENGTH = Pattern.compile("content-length: ([0-9]+)");
  private static final Pattern AGAIN = Pattern.compile("retry-after: ([0-9]+)");

  private final Path data;
  private final int people;
  private final int port = 8097;
  private final List<String> report = new ArrayList<>();
  private final KeyPair phone;
  private final Map<Long, String> codes = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final Map<String, Integer> strange = new ConcurrentHashMap<>();

  private Minute(Path data, int people) throws Exception {
    this.data = data;
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
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--people")) people = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
    }
    if (people < 1 || people > 40_000) throw new IllegalArgumentException("from one to 40,000 people, not " + people);
    Files.createDirectories(data);
    new Minute(data.toAbsolutePath(), people).run();
  }

  private void run() throws Exception {
    Process app = start();
    try {
      fill();
      report.add("# Forty thousand in a minute, " + LocalDate.now());
      report.add("");
      report.add(String.format(Locale.ROOT, "%,d volunteers in %d seconds, at random; platform, PostgreSQL (fsync on) and the volunteers share %d processors; load average at the start %s.", people, SPREAD_SECONDS,
          Runtime.getRuntime().availableProcessors(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
      report.add("Each has a session and a connection of their own, asks for `/api/session` and says by `POST /api/arrivals`, with the site's signed code of these ten seconds, that they are there.");
      report.add("");
      for (int i = 0; i < 4; i++) minute(Math.min(people, 4_000), 6, "warm-" + i);
      clear();
      String statements = statements();
      clear();
      refused.set(0);
      broken.set(0);
      long began = System.nanoTime();
      List<Came> came = minute(people, SPREAD_SECONDS, "day");
      double took = (System.nanoTime() - began) / 1e9;
      told(came, took);
      kept();
      beside(statements, took);
    } finally {
      app.descendants().forEach(ProcessHandle::destroy);
      app.destroy();
      if (!app.waitFor(60, TimeUnit.SECONDS)) app.destroyForcibly();
    }
    Files.writeString(Path.of("bench", "MINUTE.md"), String.join("\n", report) + "\n");
    report.forEach(System.out::println);
  }

  // The country ----------------------------------------------------------------------------------------------------------

  private void fill() throws Exception {
    psql(Files.readString(Path.of("bench", "many-to-check-in.sql")));
    ECPublicKey key = (ECPublicKey) phone.getPublic();
    String point = HexFormat.of().formatHex(bytes(key.getW().getAffineX())) + HexFormat.of().formatHex(bytes(key.getW().getAffineY()));
    psql("insert into kits.kit (id, shift_id, leader_id, kind, public_key, phone, taken_at) select " + (FIRST_KIT - 1) + " + n, " + (FIRST_SHIFT - 1) + " + n, a.id, 'phone', '\\x" + point
        + "', 'bench', now() from generate_series(1, " + SITES + ") n cross join (select id from accounts.account where email = 'coordinator@example.org') a on conflict (id) do update set public_key = excluded.public_key");
    psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device) select sha256(convert_to('minute' || lpad(n::text, 37, '0'), 'UTF8')), " + (FIRST_PERSON - 1)
        + " + n, now() + interval '1 day', 'code', 'phone' from generate_series(1, 40000) n on conflict do nothing");
    psql("vacuum analyze accounts.session, kits.kit, accounts.account");
  }

  private static byte[] bytes(BigInteger number) {
    byte[] plain = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, plain.length);
    System.arraycopy(plain, plain.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private void clear() throws Exception {
    psql("delete from attendance.deed where shift_id between " + FIRST_SHIFT + " and " + (FIRST_SHIFT + SITES - 1) + "; delete from attendance.attendance where shift_id between " + FIRST_SHIFT + " and "
        + (FIRST_SHIFT + SITES - 1));
    psql("vacuum analyze attendance.deed, attendance.attendance");
    psql("checkpoint");
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
    try (Line line = new Line(port, "127.2." + (n / 200 % 250) + "." + (1 + n % 200))) {
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

  /** One phone's connection. */
  private static final class Line implements AutoCloseable {

    record Answer(int status, String body, int pause) {}

    private final int port;
    private final String from;
    private Socket socket;
    private InputStream in;

    Line(int port, String from) {
      this.port = port;
      this.from = from;
    }

    Answer ask(String request) {
      try {
        if (socket == null) {
          socket = new Socket();
          socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
          socket.connect(new InetSocketAddress("127.0.0.1", port), 20_000);
          socket.setSoTimeout(30_000);
          socket.setTcpNoDelay(true);
          in = new BufferedInputStream(socket.getInputStream(), 2_048);
        }
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return read();
      } catch (IOException e) {
        close();
        return new Answer(0, "", 0);
      }
    }

    private Answer read() throws IOException {
      StringBuilder head = new StringBuilder(512);
      while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
        int one = in.read();
        if (one < 0) throw new IOException("closed");
        head.append((char) one);
      }
      String heads = head.toString().toLowerCase(Locale.ROOT);
      Matcher length = LENGTH.matcher(heads);
      byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : heads.contains("transfer-encoding: chunked") ? pieces() : new byte[0];
      if (heads.contains("connection: close")) close();
      Matcher again = AGAIN.matcher(heads);
      return new Answer(Integer.parseInt(heads.substring(9, 12)), new String(body, StandardCharsets.UTF_8), again.find() ? Integer.parseInt(again.group(1)) : 0);
    }

    private byte[] pieces() throws IOException {
      java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
      while (true) {
        StringBuilder size = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
          if (one < 0) throw new IOException("closed");
          size.append((char) one);
        }
        int many = Integer.parseInt(size.toString().strip(), 16);
        all.write(in.readNBytes(many));
        in.skipNBytes(2);
        if (many == 0) return all.toByteArray();
      }
    }

    @Override
    public void close() {
      try {
        if (socket != null) socket.close();
      } catch (IOException e) {
        // Closed already.
      }
      socket = null;
    }
  }

  // What became of it ----------------------------------------------------------------------------------------------------

  private void told(List<Came> came, double took) {
    report.add("| | p50 | p99 | longest | aim |");
    report.add("| --- | --- | --- | --- | --- |");
    row("the session is told", came.stream().mapToLong(Came::session).sorted().toArray(), "");
    row("the check-in is answered", came.stream().mapToLong(Came::checkIn).sorted().toArray(), "p99 under 500 ms");
    row("all of it, from the coming on", came.stream().mapToLong(Came::whole).sorted().toArray(), "");
    report.add("");
    report.add(String.format(Locale.ROOT, "- the last of %,d was there after **%.1f s** (aim: 60); told to come again %d times, connections broken %d times%s", came.size(), took, refused.get(), broken.get(),
        strange.isEmpty() ? "" : "; strange: " + strange));
  }

  private void row(String what, long[] micros, String aim) {
    report.add(String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %.1f ms | %s |", what, micros[micros.length / 2] / 1e3, micros[Math.min(micros.length - 1, (int) (micros.length * 0.99))] / 1e3,
        micros[micros.length - 1] / 1e3, aim));
  }

  private void kept() throws Exception {
    String between = " between " + FIRST_SHIFT + " and " + (FIRST_SHIFT + SITES - 1);
    long there = Long.parseLong(psql("select count(*) from attendance.attendance where shift_id" + between));
    long deeds = Long.parseLong(psql("select count(*) from attendance.deed where shift_id" + between + " and outcome = 'done'"));
    long different = Long.parseLong(psql("select count(distinct volunteer_id) from attendance.deed where shift_id" + between));
    report.add(String.format(Locale.ROOT, "- in the database: %,d attendances, %,d deeds of %,d different people: **lost %d, double %d**", there, deeds, different, people - different, deeds - different));
    if (different != people || deeds != people) report.add("- **NOT AS IT SHOULD BE**");
  }

  /** The statements of one check-in as the database saw them, with places for the next person's. */
  private String statements() throws Exception {
    psql("alter system set log_statement = 'all'");
    psql("select pg_reload_conf()");
    Thread.sleep(1_500);
    Path log = data.resolve("postgres.log");
    long before = Files.size(log);
    comes(0, "logged", System.nanoTime());
    Thread.sleep(500);
    byte[] all = Files.readAllBytes(log);
    psql("alter system reset log_statement");
    psql("select pg_reload_conf()");
    List<String> statements = Statements.in(new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8)).stream()
        .filter(one -> !one.contains("log_statement") && (one.contains("attendance") || one.matches("(?is)\\s*(begin|commit).*") || one.contains("accounts.session") || one.contains("kits.kit")
            || one.contains("participation."))).toList();
    if (statements.stream().noneMatch(one -> one.contains("attendance.deed"))) throw new IllegalStateException("no check-in in " + log + ": " + statements);
    return String.join("\n", statements).replace("'minute-logged-0'", "('pgbench-' || (:n)::text)").replaceAll("\\b" + FIRST_PERSON + "\\b", "(:volunteer)::bigint")
        .replaceAll("\\b" + FIRST_SHIFT + "\\b", "(:shift)::bigint");
  }

  private void beside(String statements, double took) throws Exception {
    clear();
    Path sql = Files.writeString(data.resolve("minute.sql"), "\\set n :client_id + :k * 32\n\\set k :k + 1\n\\set shift " + FIRST_SHIFT + " + :n / 40000\n\\set volunteer " + FIRST_PERSON + " + :n % 40000\n" + statements + "\n");
    String out = output(List.of("pgbench", "-n", "-h", "127.0.0.1", "-p", read("postgres.port"), "-U", "postgres", "-c", "32", "-j", "2", "-T", "15", "-M", "prepared", "-D", "k=0", "-f", sql.toString(), "postgres"));
    Matcher rate = Pattern.compile("tps = ([\\d.]+)").matcher(out);
    if (!rate.find()) throw new IllegalStateException(out);
    double limit = Double.parseDouble(rate.group(1));
    long statementsOfOne = statements.lines().filter(line -> line.endsWith(";")).count();
    report.add(String.format(Locale.ROOT, "- beside it: pgbench with the same %d statements, 32 connections, nothing else running: %,.0f/s, so %,d in %.1f s at its best; the platform was asked for %,.0f/s, %.0f %% of that, with HTTP, sessions,"
        + " forgery tokens and signatures checked, and as many questions for sessions beside them", statementsOfOne, limit, people, people / limit, people / took, 100 * people / took / limit));
  }

  // Tools ----------------------------------------------------------------------------------------------------------------

  private Process start() throws Exception {
    Process platform = new ProcessBuilder("bin/run", "--demo", "--port", Integer.toString(port), "--data", data.toString()).redirectErrorStream(true).start();
    BufferedReader said = new BufferedReader(new InputStreamReader(platform.getInputStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = said.readLine()) != null && !line.contains("ready in")) continue;
    if (line == null) throw new IllegalStateException("the platform did not start");
    Thread.ofPlatform().daemon().start(() -> {
      try {
        while (said.readLine() != null) { }
      } catch (IOException e) {
        return;
      }
    });
    return platform;
  }

  private String read(String name) throws IOException {
    return Files.readString(data.resolve(name)).strip();
  }

  private String psql(String sql) throws Exception {
    Path file = Files.writeString(data.resolve("minute-psql.sql"), sql);
    return output(List.of("psql", "-h", "127.0.0.1", "-p", read("postgres.port"), "-U", "postgres", "-d", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1", "-f", file.toString())).strip();
  }

  private String output(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", read("postgres.password"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(command.getFirst() + " failed: " + out);
    return out;
  }
}
