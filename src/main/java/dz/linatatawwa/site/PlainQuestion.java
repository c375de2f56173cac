package dz.linatatawwa.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The plainest question for a page that there is, told from everything else by its bytes alone. Whatever is not surely one is none: whoever reads requests in earnest decides about it. */
final class PlainQuestion {

  private static final byte[] GET = "GET /".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] VERSION = " HTTP/1.1".getBytes(StandardCharsets.ISO_8859_1);

  private PlainQuestion() {}

  /** One head and nothing after it, of somebody who wants a page and keeps the connection.
   *  @param length of what came */
  static boolean isIn(byte[] head, int length) {
    if (length < GET.length || !isAt(head, 0, length, GET)) return false;
    int path = pathEnd(head, length);
    if (path < 0) return false;
    int line = path;
    while (line < length && head[line] > ' ') line++;
    if (!isAt(head, line, length, VERSION) || !headsArePlain(head, line + VERSION.length, length)) return false;
    String asked = new String(head, 4, path - 4, StandardCharsets.ISO_8859_1);
    return !asked.startsWith("/api/") && !Door.isLight(asked) && Crowd.Kind.of("GET", asked) == Crowd.Kind.BROWSE;
  }

  /** Where the path ends; -1: it has signs that may mean something else when they are read in earnest. */
  private static int pathEnd(byte[] head, int length) {
    for (int at = 5; at < length; at++) {
      byte one = head[at];
      if (one == ' ' || one == '?') return at;
      boolean plain = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == '-' || one == '_';
      if (!plain && (one != '/' && one != '.' || head[at - 1] == '/')) return -1;
    }
    return -1;
  }

  /** Each line is whole, there is a host, and none speaks of a body, another protocol or the end of the connection.
   *  @param from where the first line ends */
  private static boolean headsArePlain(byte[] head, int from, int length) {
    boolean host = false;
    for (int at = from; ; ) {
      if (at + 4 > length || head[at] != '\r' || head[at + 1] != '\n') return false;
      at += 2;
      if (head[at] == '\r') return host && at + 2 == length && head[at + 1] == '\n';
      int end = at;
      while (end < length && head[end] != '\r') if (head[end++] == '\n') return false;
      String name = name(head, at, end);
      switch (name) {
        case "host" -> {
          if (host) return false;
          host = true;
        }
        case "connection" -> {
          if (!new String(head, at, end - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).endsWith(": keep-alive")) return false;
        }
        case "", "content-length", "transfer-encoding", "expect", "upgrade", "te" -> {
          return false;
        }
        default -> { }
      }
      at = end;
    }
  }

  /** In small letters; empty where it has none, or signs that no name has. */
  private static String name(byte[] head, int from, int end) {
    for (int at = from; at < end; at++) {
      if (head[at] == ':') return new String(head, from, at - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      if (head[at] <= ' ') return "";
    }
    return "";
  }

  private static boolean isAt(byte[] bytes, int at, int length, byte[] what) {
    return at + what.length <= length && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
  }
}
