package dz.linatatawwa.rewards;

import java.util.List;

/** The pictures that a benefit may have; each is a symbol of the site. */
public final class Symbols {

  /** Names of symbols, the usual one first. */
  public static final List<String> ALL = List.of("award", "heart", "field-spt", "field-cul", "field-edu", "field-hlt", "field-sci", "field-evt", "calendar", "device", "place", "sun");

  private Symbols() {}
}
