package dz.linatatawwa.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;

/** A process that owns a database, writes one line into it, says so, and waits to be killed. */
final class Holder {

  private Holder() {}

  public static void main(String[] args) throws Exception {
    Postgres postgres = Postgres.own(Path.of(args[0]), Map.of());
    try (Connection connection = postgres.source("postgres").getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table said (word text)");
      statement.execute("insert into said values ('kept')");
    }
    System.out.println("holding " + postgres.pid());
    Thread.sleep(120_000);
  }
}
