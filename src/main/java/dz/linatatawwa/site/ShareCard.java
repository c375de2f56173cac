package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;

/** The picture by which a page is known where its address is passed on. It is drawn by a room above; pages only name it. */
public final class ShareCard {

  /** How its address ends. */
  public static final String FILE = "/card.png";
  /** Pixels, as networks ask for. */
  public static final int WIDE = 1200;
  /** Pixels. */
  public static final int HIGH = 630;

  private ShareCard() {}

  /** Its address below that of the page.
   *  @param facts what it says: others make another address, so that networks that keep pictures fetch it anew */
  public static String address(String path, Language language, String... facts) {
    long mark = 7;
    for (String fact : facts) mark = 31 * mark + fact.hashCode();
    return path + FILE + "?lang=" + language.code() + "&v=" + Long.toString(mark & 0xffff_ffffL, 36);
  }
}
