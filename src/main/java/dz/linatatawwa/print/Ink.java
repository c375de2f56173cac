package dz.linatatawwa.print;

/** A colour of the house on paper, each part from 0 to 255. */
public record Ink(int red, int green, int blue) {

  public static final Ink BLACK = new Ink(0x1b, 0x24, 0x22);
  public static final Ink QUIET = new Ink(0x4d, 0x5a, 0x57);
  public static final Ink LINE = new Ink(0xb4, 0xbc, 0xb6);
  public static final Ink TINT = new Ink(0xf1, 0xf4, 0xf0);
  public static final Ink CEDAR = new Ink(0x0d, 0x5c, 0x4d);
  public static final Ink OCHRE = new Ink(0xa8, 0x50, 0x1a);
  public static final Ink RED = new Ink(0xb3, 0x26, 0x1e);
  public static final Ink WHITE = new Ink(255, 255, 255);
}
