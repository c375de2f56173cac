package dz.linatatawwa.figures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Slices as they are kept, one at a time and, when a year is made anew, in one stream. */
final class Store implements AutoCloseable {

  private static final byte[] BEGIN = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] OVER = {-1, -1};

  private final PreparedStatement find;
  private final PreparedStatement put;
  private final PreparedStatement drop;

  Store(Connection connection) throws SQLException {
    find = connection.prepareStatement("select data from figures.slice where kind = ? and scope = ? and part = ? and year = ?");
    put = connection.prepareStatement("""
        insert into figures.slice (kind, scope, part, year, data) values (?, ?, ?, ?, ?)
        on conflict (kind, scope, part, year) do update set data = excluded.data""");
    drop = connection.prepareStatement("delete from figures.slice where kind = ? and scope = ? and part = ? and year = ?");
  }

  Optional<Section> find(SliceKey key) throws SQLException {
    name(find, key);
    try (ResultSet found = find.executeQuery()) {
      if (!found.next()) return Optional.empty();
      byte[] data = found.getBytes(1);
      return Optional.of(new Section(data, 0, data.length, key.year(), false));
    }
  }

  /** Nothing is kept of an empty slice. */
  void put(SliceKey key, Packer packer) throws SQLException {
    name(packer.isEmpty() ? drop : put, key);
    if (packer.isEmpty()) {
      drop.executeUpdate();
    } else {
      put.setBytes(5, packer.data());
      put.executeUpdate();
    }
  }

  private static void name(PreparedStatement statement, SliceKey key) throws SQLException {
    statement.setInt(1, key.kind().number());
    statement.setLong(2, key.scope());
    statement.setInt(3, key.part());
    statement.setInt(4, key.year());
  }

  @Override
  public void close() throws SQLException {
    find.close();
    put.close();
    drop.close();
  }

  /** New slices in one stream; closing without an end leaves none. */
  static final class Stream implements AutoCloseable {

    private final CopyIn copy;

    Stream(Connection connection) throws SQLException {
      copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy figures.slice (kind, scope, part, year, data) from stdin (format binary)");
      copy.writeToCopy(BEGIN, 0, BEGIN.length);
    }

    void put(SliceKey key, byte[] data) throws SQLException {
      ByteBuffer head = ByteBuffer.allocate(38);
      head.putShort((short) 5).putInt(2).putShort((short) key.kind().number()).putInt(8).putLong(key.scope()).putInt(4).putInt(key.part())
          .putInt(2).putShort((short) key.year()).putInt(data.length);
      copy.writeToCopy(head.array(), 0, head.position());
      copy.writeToCopy(data, 0, data.length);
    }

    void end() throws SQLException {
      copy.writeToCopy(OVER, 0, OVER.length);
      copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
      if (copy.isActive()) copy.cancelCopy();
    }
  }
}
