import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures one announcement to 40,000 people by e-mail: how long until the last letter is handed over to a mail server on loopback, how pages answer meanwhile and
 * without it, and that each letter comes once though the platform is killed (kill -9) in the middle and started again. Writes bench/ANNOUNCEMENT.md.
 * Run by bin/bench announcement [--people N] [--kills N] [--data DIR]; needs psql. All traffic is on loopback and every load ends by itself.
 */
final class AnnouncementBench {

  private static final int PER_SECOND = 40;
  private static final int USUAL_SECONDS = 60;
  private static final int LATEST_SECONDS = 600;
  private static final String[] WORDS = {"تشجير", "تنظيف", "سطيف", "وهران", "plantation", "مدرسة", "رمضان", "شاطئ", "الجزائر", "دعم"};

  private final Platform platform;
  private final int people;
  private final int kills;
  private final List<String> report = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong asked = new AtomicLong();
  private Sink sink;

  private AnnouncementBench(Path work, int people, int kills) {
    platform = new Platform(work);
    this.people = people;
    this.kills = kills;
  }

  public static void main(String[] args) throws Exception {
    int people = 40_000;
    int kills = 3;
    Path data = Path.of("data", "bench-announcement");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "announcement" -> { }
        case "--people" -> people = Integer.parseInt(args[++i]);
        case "--kills" -> kills = Integer.parseInt(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench announcement [--people N] [--kills N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    new AnnouncementBench(data, people, kills).run();
  }

  private void run() throws Exception {
    say("# One announcement to everybody, " + LocalDate.now());
    say("");
    say("Platform, PostgreSQL, the mail server that takes the letters, and who asks for pages share " + Runtime.getRuntime().availableProcessors() + " cores; load average at the start " + Platform.load()
        + ". The heap is that of bin/run (160 MB unless set otherwise); `notices.bulkPace` is 500 a second.");
    say("");
    sink = new Sink();
    try {
      filled();
      int letters = Integer.parseInt(platform.psql("select count(*) from accounts.account where closed_at is null and email is not null"));
      say("People with an account: " + platform.psql("select count(*) from accounts.account where closed_at is null") + ", with an e-mail address: " + letters + ". Pages: searches of opportunities by word and wilaya, each address new, "
          + PER_SECOND + " a second in an open loop.");
      say("");
      load(30_000_000_000L); // warm
      say("| what | letters taken | last one after | a second | pages p50 | p99 | failed |");
      say("| --- | --- | --- | --- | --- | --- | --- |");
      Load usual = load(USUAL_SECONDS * 1_000_000_000L);
      say("| no announcement | – | – | – | " + usual.row() + " |");
      Load during = whole(letters);
      Load after = load(USUAL_SECONDS * 1_000_000_000L);
      say("| no announcement, afterwards | – | – | – | " + after.row() + " |");
      say("");
      double before = (usual.p99 + after.p99) / 2;
      say("So p99 of a page during the announcement is " + round(during.p99 / before) + " times what it is without one (aim: under 2).");
      say("");
      for (int i = 1; i <= kills; i++) killed(i, letters);
    } finally {
      platform.stop();
      sink.close();
    }
    pushes();
    Files.writeString(Path.of("bench", "ANNOUNCEMENT.md"), String.join("\n", report) + "\n");
  }

  /** The demonstration's country, and as many people as are missing; then the platform as it runs in earnest. */
  private void filled() throws Exception {
    if (!Files.exists(platform.data.resolve("postgres.port"))) {
      platform.start("--demo");
      platform.stop();
    }
    inEarnest();
    platform.psql("insert into accounts.account (name, email, language) select 'متطوع ' || n, 'announced' || n || '@example.dz', (array['ar', 'ar', 'ar', 'fr', 'en'])[1 + n % 5] from generate_series(1, greatest(0, " + people
        + " - (select count(*)::integer from accounts.account where closed_at is null and email is not null))) n on conflict do nothing");
    platform.psql("analyze accounts.account");
    Thread.sleep(5_000);
  }

  private void inEarnest() throws Exception {
    platform.start("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + sink.port(), "--linatatawwa.mail.from=linatatawwa@example.dz");
  }

  private void begin() throws Exception {
    sink.forget();
    platform.psql("insert into notices.announcement (title_ar, body_ar, title_fr, body_fr, link) values ('اليوم العالمي للتطوع', E'نلتقي يوم 5 ديسمبر في كل الولايات.\\nاختر فرصة قريبة منك، وادع صديقا.', "
        + "'Journée mondiale du bénévolat', 'Rendez-vous le 5 décembre dans toutes les wilayas. Choisissez une mission près de chez vous.', '/opportunities')");
  }

  private Load whole(int letters) throws Exception {
    long began = System.nanoTime();
    begin();
    Load load = load(() -> sink.taken() < letters && System.nanoTime() - began < LATEST_SECONDS * 1_000_000_000L);
    double took = (sink.last() - began) / 1e9;
    say("| announcement | " + sink.taken() + " (different: " + sink.different() + ") | " + round(took) + " s | " + Math.round(letters / took) + " | " + load.row() + " |");
    if (sink.taken() != letters || sink.different() != letters) throw new IllegalStateException(sink.taken() + " letters, " + sink.different() + " different, of " + letters);
    return load;
  }

  private void killed(int number, int letters) throws Exception {
    long began = System.nanoTime();
    begin();
    int when = letters * number / (kills + 1);
    while (sink.taken() < when) Thread.sleep(5);
    platform.kill();
    int then = sink.taken();
    long dead = System.nanoTime();
    inEarnest();
    double ready = (System.nanoTime() - dead) / 1e9;
    while (sink.different() < letters && System.nanoTime() - began < LATEST_SECONDS * 1_000_000_000L) Thread.sleep(50);
    Thread.sleep(5_000);
    String kept = platform.psql("select count(*) || ' notices, ' || count(distinct account_id) || ' people' from notices.notice where once_key like 'announcement:' || (select max(id) from notices.announcement) || ':%' "
        + "and account_id in (select id from accounts.account where email is not null)");
    say("- kill -9 after " + then + " letters, started again, ready " + round(ready) + " s later: " + kept + "; letters taken " + sink.taken() + ", different " + sink.different() + " of " + letters + ", **lost "
        + (letters - sink.different()) + ", twice " + (sink.taken() - sink.different()) + "** (with the same Message-ID), the last one " + round((sink.last() - began) / 1e9) + " s after the beginning.");
  }

  private void pushes() throws Exception {
    Path told = Path.of("target", "push-bench.txt");
    if (!Files.exists(told)) return;
    say("");
    say("Push goes only to the servers of the makers of browsers, so that no end of it can be on loopback; what the platform does for each note was measured apart (`PushBench`): " + Files.readString(told).strip());
  }

  // Who asks for pages ---------------------------------------------------------------------------------------------------

  /** Milliseconds. */
  private record Load(double p50, double p99, long failed, int count) {
    String row() {
      return round(p50) + " ms | " + round(p99) + " ms | " + failed + " of " + count;
    }
  }

  private interface Going {
    boolean on();
  }

  private Load load(long nanos) throws Exception {
    long began = System.nanoTime();
    return load(() -> System.nanoTime() - began < nanos);
  }

  /** An open loop: the next question does not wait for the last answer, and the wait of a late one counts. */
  private Load load(Going going) throws Exception {
    Queue<Double> times = new ConcurrentLinkedQueue<>();
    AtomicInteger failed = new AtomicInteger();
    Semaphore open = new Semaphore(500);
    long began = System.nanoTime();
    for (long i = 0; going.on(); i++) {
      long due = began + i * 1_000_000_000L / PER_SECOND;
      while (System.nanoTime() < due) Thread.sleep(1);
      open.acquire();
      HttpRequest page = HttpRequest.newBuilder(URI.create(platform.base() + next())).timeout(Duration.ofSeconds(30)).build();
      http.sendAsync(page, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, trouble) -> {
        if (trouble != null || answer.statusCode() != 200) failed.incrementAndGet();
        else times.add((System.nanoTime() - due) / 1e6);
        open.release();
      });
    }
    open.acquire(500);
    List<Double> sorted = times.stream().sorted().toList();
    if (sorted.isEmpty()) throw new IllegalStateException("no page was answered, " + failed + " failed");
    return new Load(sorted.get(sorted.size() / 2), sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)), failed.get(), sorted.size() + failed.get());
  }

  private String next() {
    long n = asked.incrementAndGet();
    return "/opportunities?wilaya=" + String.format("%02d", 1 + n % 58) + "&q=" + java.net.URLEncoder.encode(WORDS[(int) (n % WORDS.length)], StandardCharsets.UTF_8) + "&n=" + n;
  }

  // The mail server ------------------------------------------------------------------------------------------------------

  /** Takes everything; counts by Message-ID. */
  private static final class Sink implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("=\\?UTF-8\\?([BQbq])\\?([^?]*)\\?=\\s*", Pattern.CASE_INSENSITIVE);
    private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile long last;

    Sink() throws IOException {
      Thread.ofVirtual().start(() -> {
        while (!door.isClosed()) {
          try {
            Socket line = door.accept();
            Thread.ofVirtual().start(() -> talk(line));
          } catch (IOException closed) {
            return;
          }
        }
      });
    }

    int port() {
      return door.getLocalPort();
    }

    int taken() {
      return taken.get();
    }

    int different() {
      return ids.size();
    }

    long last() {
      return last;
    }

    void forget() {
      ids.clear();
      taken.set(0);
    }

    private void talk(Socket line) {
      try (line) {
        InputStream in = new BufferedInputStream(line.getInputStream());
        OutputStream out = line.getOutputStream();
        say(out, "220 sink");
        for (String said = read(in); said != null; said = read(in)) {
          if (said.equals("DATA")) take(in, out);
          else if (said.equals("QUIT")) say(out, "221 bye");
          else say(out, "250 fine");
        }
      } catch (IOException gone) {
        // The other side is gone.
      }
    }

    private void take(InputStream in, OutputStream out) throws IOException {
      say(out, "354 go on");
      String id = "";
      StringBuilder subject = new StringBuilder();
      boolean inSubject = false;
      for (String said = read(in); !".".equals(said); said = read(in)) {
        if (said == null) return;
        if (said.startsWith("Message-ID: ")) id = said;
        inSubject = said.startsWith("Subject: ") || inSubject && said.startsWith(" ");
        if (inSubject) subject.append(said.startsWith("Subject: ") ? said.substring(9) : said.strip());
      }
      if (isOurs(words(subject.toString()))) {
        ids.merge(id, 1, Integer::sum);
        taken.incrementAndGet();
        last = System.nanoTime();
      }
      say(out, "250 taken");
    }

    /** Other letters of the platform's ordinary day are taken and not counted. */
    private static boolean isOurs(String subject) {
      return subject.contains("اليوم العالمي للتطوع") || subject.contains("Journée mondiale du bénévolat");
    }

    /** The words of a heading as the standard of e-mail hides them (RFC 2047). */
    private static String words(String hidden) {
      StringBuilder plain = new StringBuilder();
      Matcher part = HIDDEN.matcher(hidden);
      int at = 0;
      while (part.find()) {
        plain.append(hidden, at, part.start());
        plain.append(new String(part.group(1).equalsIgnoreCase("B") ? Base64.getDecoder().decode(part.group(2)) : quoted(part.group(2)), StandardCharsets.UTF_8));
        at = part.end();
      }
      return plain.append(hidden.substring(at)).toString();
    }

    private static byte[] quoted(String text) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < text.length(); i++) {
        char one = text.charAt(i);
        if (one == '=') {
          bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        } else bytes.write(one == '_' ? ' ' : one);
      }
      return bytes.toByteArray();
    }

    private static String read(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int one = in.read(); one != '\n'; one = in.read()) {
        if (one < 0) return null;
        if (one != '\r') line.append((char) one);
      }
      return line.toString();
    }

    private static void say(OutputStream out, String words) throws IOException {
      out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }

  // Tools ----------------------------------------------------------------------------------------------------------------

  private static double round(double number) {
    return Math.round(number * 10) / 10.0;
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
