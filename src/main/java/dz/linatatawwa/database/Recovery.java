package dz.linatatawwa.database;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Has a cluster that was brought back replay its log, however long that takes, and stops it: only then is it one to work with. */
final class Recovery {

  private final DataFolder folder;
  private final Cluster cluster;
  private final PGSimpleDataSource database;

  private Recovery(DataFolder folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    Map<String, String> all = new HashMap<>(settings);
    all.put("hot_standby", "off"); // so nobody is let in before it is over
    this.cluster = new Cluster(Binaries.under(folder.path()), folder, all);
    this.database = new PGSimpleDataSource();
  }

  static void run(Path data, Map<String, String> settings) throws IOException {
    DataFolder folder = new DataFolder(data);
    FileLock claim = folder.claim().orElseThrow(() -> new DatabaseTrouble("the data folder " + data + " is in use"));
    try {
      new Recovery(folder, settings).toItsEnd();
    } finally {
      claim.channel().close();
    }
  }

  private void toItsEnd() throws IOException {
    int port = folder.freePort();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {port});
    database.setUser("postgres");
    database.setPassword(folder.password());
    try {
      cluster.start(port);
      while (!isOver()) {
        if (!lives()) throw new DatabaseTrouble("the database ended before it came so far");
        Postgres.pause();
      }
      cluster.stop();
    } catch (DatabaseTrouble failed) {
      throw new DatabaseTrouble(LogFile.lastFatal(folder.log()).orElse(String.valueOf(failed.getMessage())), failed);
    }
  }

  private boolean lives() throws IOException {
    return Postmaster.written(folder.cluster()).map(pid -> Postmaster.serves(pid, folder.cluster())).orElse(false);
  }

  private boolean isOver() {
    try (Connection connection = database.getConnection(); Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery("select not pg_is_in_recovery()")) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException notYet) {
      return false;
    }
  }
}
