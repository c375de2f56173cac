package dz.linatatawwa.impact;

import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.util.List;

/** What was planned and reached in a scope and a period, and what was used for it. Units are never added to each other.
 *  @param asOf      the figures are true at this moment
 *  @param lines     every unit with anything planned or reached, the most reached first
 *  @param materials every unit of which anything was used or brought back */
public record Reach(Scope scope, Period period, Instant asOf, List<Line> lines, List<Material> materials) {

  public Reach {
    lines = List.copyOf(lines);
    materials = List.copyOf(materials);
  }

  /** One unit.
   *  @param planned 0 where nobody planned it
   *  @param reached of closed days and written by hand */
  public record Line(Unit unit, long planned, long reached) {

    /** As kept in the database and in tables. */
    public String code() {
      return unit.code();
    }

    /** Trees planted. */
    public String name(Words words) {
      return unit.name(words);
    }

    /** A number of them in words: 12 trees. */
    public String counted(Words words, long number) {
      return unit.counted(words, number);
    }

    /** Reached of planned, of one, at most 1; 0 where nothing was planned. */
    public double share() {
      return planned == 0 ? 0 : Math.min(1, (double) reached / planned);
    }
  }

  /** Goods of one unit.
   *  @param used     up
   *  @param returned brought back */
  public record Material(Unit unit, long used, long returned) {

    public String code() {
      return unit.code();
    }

    public String name(Words words) {
      return unit.name(words);
    }
  }
}
