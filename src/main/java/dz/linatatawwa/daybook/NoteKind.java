package dz.linatatawwa.daybook;

import java.util.Arrays;
import java.util.Optional;

/** What a note of the day is about. */
public enum NoteKind {
  /** Something happened: becomes an incident with a number at once, to be completed. */
  INCIDENT("incident"),
  /** Something was used, brought back or achieved: a coordinator makes lines of it when the day is closed. */
  GOODS("goods"),
  /** Anything else worth keeping. */
  NOTE("note");

  private final String code;

  NoteKind(String code) {
    this.code = code;
  }

  /** As kept in the database, on the wire and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<NoteKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
