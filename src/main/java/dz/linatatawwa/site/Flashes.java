package dz.linatatawwa.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Carries a {@link Flash} from a deed to the next page in a signed cookie. The key is that of all nodes ({@link FlashKey}); until it is known, one of this process. */
final class Flashes {

  static final String COOKIE = "said";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String REFUSED = "!";
  private static final int LONGEST = 2_000;
  private static final int SECONDS = 60;
  private static volatile SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);

  private Flashes() {}

  static void signWith(byte[] shared) {
    key = new SecretKeySpec(shared, ALGORITHM);
  }

  static void keep(Flash flash, HttpServletRequest request, HttpServletResponse response) {
    String said = (flash.refused() ? REFUSED : "") + flash.key() + "\n" + flash.undo() + "\n" + String.join("\n", flash.arguments().stream().map(a -> a.replace('\n', ' ')).toList());
    String value = encode(said.getBytes(StandardCharsets.UTF_8));
    if (value.length() < LONGEST) send(value + "." + sign(value), SECONDS, request, response);
  }

  static Optional<Flash> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = HostCookie.name(request, COOKIE);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) return open(cookie.getValue());
    }
    return Optional.empty();
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    send("", 0, request, response);
  }

  private static void send(String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie = ResponseCookie.from(HostCookie.name(request, COOKIE), value).path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(seconds).build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<Flash> open(String cookie) {
    int dot = cookie.indexOf('.');
    if (dot < 0 || !same(sign(cookie.substring(0, dot)), cookie.substring(dot + 1))) return Optional.empty();
    String[] said = new String(Base64.getUrlDecoder().decode(cookie.substring(0, dot)), StandardCharsets.UTF_8).split("\n", -1);
    List<String> arguments = said.length == 3 && said[2].isEmpty() ? List.of() : List.of(said).subList(2, said.length);
    boolean refused = said[0].startsWith(REFUSED);
    return Optional.of(new Flash(refused ? said[0].substring(REFUSED.length()) : said[0], arguments, said[1], refused));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] random() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
