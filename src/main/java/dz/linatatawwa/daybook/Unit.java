package dz.linatatawwa.daybook;

import dz.linatatawwa.language.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In what goods are counted. The first ones tell what a day achieved and are summed for the public; a list of our own, kept short. */
public enum Unit {
  TREES("trees", true),
  WASTE_BAGS("waste-bags", true),
  WASTE_KILOGRAMS("waste-kilograms", true),
  MEALS("meals", true),
  PARCELS("parcels", true),
  BLOOD_BAGS("blood-bags", true),
  CLOTHES("clothes", true),
  BOOKS("books", true),
  LESSONS("lessons", true),
  VISITS("visits", true),
  PEOPLE("people", true),
  SQUARE_METRES("square-metres", true),
  PIECES("pieces", false),
  BOXES("boxes", false),
  KILOGRAMS("kilograms", false),
  LITRES("litres", false);

  private final String code;
  private final boolean achievement;

  Unit(String code, boolean achievement) {
    this.code = code;
    this.achievement = achievement;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  /** What is counted, for a label beside the number. */
  public String name(Words words) {
    return words.text("daybook.unit." + code);
  }

  /** Units of this kind of goods, the most usual first. */
  public static List<Unit> of(GoodsKind kind) {
    return Arrays.stream(values()).filter(unit -> unit.achievement == (kind == GoodsKind.ACHIEVED)).toList();
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Unit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
  }
}
