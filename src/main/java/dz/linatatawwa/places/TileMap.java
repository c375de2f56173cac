package dz.linatatawwa.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The 69 wilayas as equal squares that keep neighbours near, each with one of five shades: where a coastline would be too dense for a phone.
 *  @param tiles by code
 *  @param most  the largest number */
public record TileMap(List<Tile> tiles, long most) {

  /** How many squares the map is wide. */
  public static final int COLUMNS = 12;
  /** How many squares it is high. */
  public static final int ROWS = 10;
  /** How many shades there are beside that of none. */
  public static final int SHADES = 5;
  /** Stands for a number that is not shown. */
  public static final long HIDDEN = -1;

  /** A wilaya's square.
   *  @param column from the west, from 0
   *  @param row    from the north, from 0
   *  @param shade  0 none, 1 few … 5 most; negative: the number is not shown */
  public record Tile(WilayaCode code, int column, int row, long number, int shade) {}

  private record Square(WilayaCode code, int column, int row) {}

  private static final List<Square> SQUARES = read();

  public TileMap {
    tiles = List.copyOf(tiles);
  }

  /** @param numbers by code of wilaya; a missing one is none, a negative one is not shown */
  public static TileMap of(Map<String, Long> numbers) {
    long most = Math.max(0, SQUARES.stream().mapToLong(square -> numbers.getOrDefault(square.code.value(), 0L)).max().orElse(0));
    return new TileMap(SQUARES.stream().map(square -> {
      long number = numbers.getOrDefault(square.code.value(), 0L);
      return new Tile(square.code, square.column, square.row, number, shade(number, most));
    }).toList(), most);
  }

  /** The largest number that a shade stands for. */
  public long upTo(int shade) {
    return most * shade * shade / ((long) SHADES * SHADES);
  }

  /** By the square root, since a few wilayas have most. */
  private static int shade(long number, long most) {
    return number <= 0 ? (int) Math.max(HIDDEN, number) : Math.clamp((int) Math.ceil(SHADES * Math.sqrt((double) number / most)), 1, SHADES);
  }

  private static List<Square> read() {
    try (InputStream file = TileMap.class.getResourceAsStream("tiles.txt")) {
      if (file == null) throw new IllegalStateException("tiles.txt is missing");
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
      List<Square> squares = new ArrayList<>();
      for (int row = 0; row < lines.size(); row++) {
        String[] codes = lines.get(row).split(" ");
        for (int column = 0; column < codes.length; column++) {
          if (!codes[column].equals("..")) squares.add(new Square(new WilayaCode(codes[column]), column, row));
        }
      }
      return squares.stream().sorted(java.util.Comparator.comparing(Square::code)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
