package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** A leader and a server that really follows it. */
class FollowersTest {

  private static final Path HOME = Path.of("target", "test-followers").toAbsolutePath();
  private static final Duration OLDEST = Duration.ofSeconds(2);
  private static final String ASK = "select count(*) || case when pg_is_in_recovery() then ' of the follower' else ' of the leader' end from said";

  private Postgres leader;
  private Cluster follower;
  private DataSource followersOwn;
  private Pool pool;
  private Instant seen = Instant.MIN;

  @BeforeEach
  void aServerFollows() throws Exception {
    FileSystemUtils.deleteRecursively(HOME.resolve("leader/postgres"));
    FileSystemUtils.deleteRecursively(HOME.resolve("follower"));
    DataFolder place = new DataFolder(HOME.resolve("follower"));
    try (Postgres before = own()) {
      execute(before.source("postgres"), "create table said (word text)");
    }
    assertThat(new ProcessBuilder("cp", "-a", HOME.resolve("leader/postgres").toString(), place.cluster().toString()).inheritIO().start().waitFor()).isZero();
    Files.createFile(place.cluster().resolve("standby.signal"));
    leader = own();
    int port = freePort();
    follower = new Cluster(Binaries.under(place.path()), place, Map.of("fsync", "off", "primary_conninfo", "host=127.0.0.1 port=" + leader.port() + " user=postgres password=" + leader.password()));
    follower.start(port);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + leader.password());
    followersOwn = source;
    pool = new Pool(leader.source("postgres"), 4, Duration.ZERO);
    pool.readAlsoFrom(source, OLDEST);
  }

  @AfterEach
  void nothingRunsOn() throws IOException {
    Reading.strictly();
    if (pool != null) pool.close();
    try {
      if (follower != null) follower.stop();
    } finally {
      if (leader != null) leader.close();
    }
  }

  @Test
  void whatMayLagIsReadFromAFollowerThatIsNearAndNobodyMissesWhatMustBeSeen() throws Exception {
    execute(pool, "insert into said values ('one')");
    assertThat(ask()).as("who said nothing is answered by the leader").isEqualTo("1 of the leader");
    soon("1 of the follower", Instant.EPOCH);
    assertThat(pool.readFromFollowers()).isPositive();

    execute(followersOwn, "select pg_wal_replay_pause()");
    Instant before = Instant.now();
    execute(pool, "insert into said values ('two')");
    Instant after = Instant.now().plusMillis(1);
    assertThat(asked(Instant.EPOCH)).as("a moment old, for one who waits for nothing").isEqualTo("1 of the follower");
    assertThat(seen).as("and it says how old").isBefore(after).isAfter(before.minusSeconds(10));
    long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (System.nanoTime() < end) assertThat(asked(after)).as("what must be seen, from a server that replays nothing").isEqualTo("2 of the leader");
    assertThat(seen).as("the leader shows everything").isEqualTo(Instant.MAX);
    execute(pool, "insert into said values ('three')");
    soon("3 of the leader", Instant.EPOCH);

    execute(followersOwn, "select pg_wal_replay_resume()");
    soon("3 of the follower", after);
  }

  @Test
  void withoutAFollowerTheLeaderAnswersAllAndItIsReadFromAgainWhenItIsBack() throws Exception {
    soon("0 of the follower", Instant.EPOCH);
    follower.stop();
    for (int i = 0; i < 20; i++) assertThat(asked(Instant.EPOCH)).isEqualTo("0 of the leader");
    follower.start(((PGSimpleDataSource) followersOwn).getPortNumbers()[0]);
    soon("0 of the follower", Instant.EPOCH);
  }

  private void soon(String answer, Instant since) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!asked(since).equals(answer) && System.nanoTime() < end) Thread.sleep(50);
    assertThat(asked(since)).isEqualTo(answer);
  }

  private String asked(Instant since) throws SQLException {
    Reading.mayLag(since);
    try {
      String answer = ask();
      seen = Reading.seenUntil(Instant.MAX);
      return answer;
    } finally {
      Reading.strictly();
    }
  }

  private String ask() throws SQLException {
    try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ASK)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Postgres own() {
    return Postgres.own(HOME.resolve("leader"), Map.of("fsync", "off"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
