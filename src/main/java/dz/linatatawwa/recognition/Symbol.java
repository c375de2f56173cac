package dz.linatatawwa.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may stand inside a badge instead of a number: an outline in a box of 24 by 24, of straight and cubic lines only. */
public enum Symbol {
  SPARK("M12 2L14.6 9.4L22 12L14.6 14.6L12 22L9.4 14.6L2 12L9.4 9.4Z"),
  DROP("M12 2C15 7 18.5 10.5 18.5 15C18.5 18.9 15.6 22 12 22C8.4 22 5.5 18.9 5.5 15C5.5 10.5 9 7 12 2Z"),
  SUN("M12 7C14.8 7 17 9.2 17 12C17 14.8 14.8 17 12 17C9.2 17 7 14.8 7 12C7 9.2 9.2 7 12 7ZM11 1L13 1L13 5L11 5ZM11 19L13 19L13 23L11 23ZM1 11L5 11L5 13L1 13Z"
      + "M19 11L23 11L23 13L19 13ZM4.9 3.5L7.7 6.3L6.3 7.7L3.5 4.9ZM17.7 16.3L20.5 19.1L19.1 20.5L16.3 17.7ZM19.1 3.5L20.5 4.9L17.7 7.7L16.3 6.3ZM6.3 16.3L7.7 17.7L4.9 20.5L3.5 19.1Z"),
  LANTERN("M11 1L13 1L13 4L16 6L8 6L11 4ZM7 7.5L17 7.5L19 13L16.5 19L7.5 19L5 13ZM8 20.5L16 20.5L16 22.5L8 22.5Z"),
  COMPASS("M12 1L15 9L23 12L15 15L12 23L9 15L1 12L9 9ZM12 9.5C10.6 9.5 9.5 10.6 9.5 12C9.5 13.4 10.6 14.5 12 14.5C13.4 14.5 14.5 13.4 14.5 12C14.5 10.6 13.4 9.5 12 9.5Z"),
  LEAF("M20.5 3C9 3 3.5 8.5 3.5 15C3.5 16.5 3.8 17.8 4.3 19L2.5 21.5L4.3 22.6L6 20.2C13 21.5 20.5 17 20.5 3ZM15.5 8.5C12 10.5 9 13.3 6.8 16.8C7.5 12.8 10.5 9.7 15.5 8.5Z"),
  HEART("M12 21.5C5.5 16.8 2 13 2 8.7C2 5.5 4.4 3 7.4 3C9.2 3 10.9 3.9 12 5.4C13.1 3.9 14.8 3 16.6 3C19.6 3 22 5.5 22 8.7C22 13 18.5 16.8 12 21.5Z"),
  BOOK("M2 4C5 3.3 8.5 3.7 11.2 5.5L11.2 20.5C8.5 18.8 5 18.4 2 19ZM22 4C19 3.3 15.5 3.7 12.8 5.5L12.8 20.5C15.5 18.8 19 18.4 22 19Z"),
  SHIELD("M12 1.5L21 5L21 11C21 16.5 17.3 20.8 12 22.5C6.7 20.8 3 16.5 3 11L3 5ZM10.7 7L10.7 10.7L7 10.7L7 13.3L10.7 13.3L10.7 17L13.3 17L13.3 13.3L17 13.3L17 10.7L13.3 10.7L13.3 7Z"),
  PEOPLE("M8 3.5C10 3.5 11.5 5 11.5 7C11.5 9 10 10.5 8 10.5C6 10.5 4.5 9 4.5 7C4.5 5 6 3.5 8 3.5ZM16.5 5.5C18.2 5.5 19.5 6.8 19.5 8.5C19.5 10.2 18.2 11.5 16.5 11.5C14.8 11.5 13.5 10.2 13.5 8.5"
      + "C13.5 6.8 14.8 5.5 16.5 5.5ZM1 20.5C1 15.5 4 12.5 8 12.5C12 12.5 15 15.5 15 20.5ZM16.6 20.5C16.6 17.8 15.9 15.5 14.6 13.7C19 12.3 23 15 23 20.5Z");

  private final String outline;

  Symbol(String outline) {
    this.outline = outline;
  }

  /** As kept and sent: {@code drop}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A path of M, L, C and Z, filled by the even-odd rule. */
  public String outline() {
    return outline;
  }

  public static Optional<Symbol> of(String code) {
    return Arrays.stream(values()).filter(symbol -> symbol.code().equals(code)).findFirst();
  }
}
