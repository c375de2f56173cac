package dz.linatatawwa.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table read row by row: memory holds one row at a time, whatever the length. Rows are numbered as in {@link Grid}; empty ones are left out. */
interface RowStream extends AutoCloseable {

  /** The names of the columns. */
  List<String> header();

  /** The next row with as many cells as there are columns; null after the last. */
  Grid.@Nullable Line next() throws IOException;

  @Override
  void close() throws IOException;

  /** The file is no table that can be read on; a message says why. */
  final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reading.Refused why;

    Unreadable(Reading.Refused why) {
      super(why.key());
      this.why = why;
    }

    Reading.Refused why() {
      return why;
    }
  }
}
