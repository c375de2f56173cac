package dz.linatatawwa.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What nobody should send, by kind. */
final class Hostile {

  /** Somebody's, as people type it: may stand in the tables, never in a log. */
  static final String CANARY_MAIL = "zzcanary7@example.org";
  static final String CANARY_PHONE = "0555987612";
  static final String CANARY_NAME = "زهرةالكناري";

  private static final List<List<String>> KINDS = List.of(
      List.of("", " ", "\t\n", "null", "undefined", "None", "[]", "{}"),
      List.of("\u0000", "a\u0000b", "\u0001\u0007\u001b[31m", "\r\nSet-Cookie: zz=1", "a\r\nb", "\u2028\u2029", "\ufffe\uffff", "\ufeff"),
      List.of("\u202Egnp.exe", "\u2066\u2067\u2068\u2069", "a\u200b\u200c\u200d\u2060b", "\u061c\u200e\u200f", "أ\u0640\u0640\u0640\u064b\u064c".repeat(20), "Z\u0351\u036f\u0360\u0321".repeat(60)),
      List.of("ا".repeat(300), "a".repeat(2_000), "é".repeat(10_000), "x y ".repeat(40_000), "😀".repeat(2_000), "a".repeat(4_000) + "!", "(".repeat(3_000)),
      List.of("0", "-1", "1.5", "1e309", "NaN", "Infinity", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "9".repeat(400), "0x7f", "٣٤٥", "۱۲", "1_000", "1,5", "+7", "--3", "00000000000000000001"),
      List.of("0000-00-00", "9999-12-31", "2026-02-30", "-0001-01-01", "+292278994-08-17", "1800-01-01", "2026-13-01", "2026-1-1", "24:00", "25:61", "23:59:60", "T", "2026-11-30T08:00", "31/12/2026", "١٢:٣٠", "999999999-12-31"),
      List.of("' or 1=1 --", "'; drop table accounts.account; --", "\\'; select pg_sleep(9); --", "%' and 1=(select 1) and '%'='", "$$;select 1;$$", "%", "_", "\\"),
      List.of("<" + Looks.MARK + " " + Looks.MARK + "=1 onclick=zz()>", "\"><" + Looks.MARK + " onmouseover=\"zz()\">", "' onfocus='zz()' autofocus='", "<script>zz()</script>", "</textarea><" + Looks.MARK + ">",
          "</title></script><" + Looks.MARK + ">", "javascript:zz()", "data:text/html,<script>zz()</script>", "<svg/onload=zz()>", "<!--", "]]>", "&lt;" + Looks.MARK + "&gt;"),
      List.of(Looks.SUM_TYPED, "${jndi:ldap://127.0.0.1/zz}", "#{T(java.lang.Runtime)}", "*{7*7}", "%{7*7}", "@{zz}", "!{zz}", "{0,plural,zz", "{0}", "'{'", "%s%n%x%d", "$unsafe{zz}"),
      List.of("=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "\r=1+1"),
      List.of("../../../../etc/passwd", "..\\..\\win.ini", "/etc/passwd", "file:///etc/passwd", "//evil.example/zz", "/\\evil.example", "https://evil.example", "\\\\evil\\zz", "....//", "CON", ".", ".."),
      List.of("00000000-0000-0000-0000-000000000000", "not-a-uuid", "a@b", "a@" + "b".repeat(300) + ".example", "\"a b\"@example.org", "+213999999999999", "0123", CANARY_MAIL, CANARY_PHONE, CANARY_NAME));

  private Hostile() {}

  static String text(RandomGenerator random) {
    List<String> kind = KINDS.get(random.nextInt(KINDS.size()));
    String text = kind.get(random.nextInt(kind.size()));
    return random.nextInt(6) == 0 ? text + text(random).substring(0, 0) + kind.get(random.nextInt(kind.size())) : text;
  }

  /** As it stands in a form's body; sometimes broken already there. */
  static String encoded(String text, RandomGenerator random) {
    return switch (random.nextInt(24)) {
      case 0 -> "%ff%fe%c0%80";
      case 1 -> "%zz";
      case 2 -> "%";
      case 3 -> "%ed%a0%80%ed%b0%80";
      case 4 -> text.length() < 50 ? URLEncoder.encode(URLEncoder.encode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8) : "%00";
      default -> URLEncoder.encode(text, StandardCharsets.UTF_8);
    };
  }

  /** One part of an address, encoded so that it stays one. */
  static String part(RandomGenerator random) {
    String text = text(random);
    String encoded = URLEncoder.encode(text.length() > 500 ? text.substring(0, 500) : text, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.isEmpty() ? "%20" : encoded;
  }

  /** JSON of any shape, not only what a schema would let through. */
  static String json(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 4 ? 8 : 12)) {
      case 0 -> "null";
      case 1 -> "true";
      case 2 -> List.of("-1", "0", "1e400", "99999999999999999999999", "1.5", "-0", "2147483648").get(random.nextInt(7));
      case 3, 4, 5, 6, 7 -> quoted(text(random));
      case 8 -> "[" + json(random, depth + 1) + "," + json(random, depth + 1) + "]";
      case 9 -> "{" + quoted(text(random).substring(0, 0) + "a") + ":" + json(random, depth + 1) + ",\"administrator\":true}";
      case 10 -> "[]";
      default -> "{}";
    };
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < 0x20) json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }
}
