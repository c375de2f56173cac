package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of one person, as it was read at one moment. */
public record Own(List<Section> sections) {

  public Own {
    sections = List.copyOf(sections);
  }

  /** What is kept for one purpose. */
  public record Section(Purpose purpose, List<Part> parts) {}

  /** The person's rows of one table.
   *  @param columns the names of what stands in each row
   *  @param total   how many rows there are; those read may be fewer */
  public record Part(String table, List<String> columns, List<List<@Nullable Object>> rows, long total) {}
}
