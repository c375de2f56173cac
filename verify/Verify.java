import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Checks the signed facts of a certificate without a network and without the platform: nothing but a JDK and the public keys, which anybody may
 * fetch beforehand from {@code /api/keys}. Keys are never taken from where a code points to: whoever forges a code could put their own there.
 * What is signed stands in docs/decisions/0042. Whether the hours still stand, only the platform's page of the number tells.
 */
final class Verify {

  private static final String USAGE = "bin/verify FILE-or-TEXT --keys KEYS.json";
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern CODE = Pattern.compile("(?i)(?:/C/([0-9A-Z]{10})#|LC1:)([0-9A-Z]{100,1200})");
  private static final Pattern KEY = Pattern.compile("\\{[^{}]*}");
  private static final int NO_DAY = 0xffff;

  private record Code(String number, byte[] bytes) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3 || !arguments[1].equals("--keys")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    System.exit(check(code(arguments[0]), Files.readString(Path.of(arguments[2]))) ? 0 : 1);
  }

  private static boolean check(Optional<Code> code, String keys) throws GeneralSecurityException {
    if (code.isEmpty() || code.get().bytes.length <= 64) return says("no code of a certificate was found");
    byte[] all = code.get().bytes;
    byte[] body = Arrays.copyOf(all, all.length - 64);
    Optional<PublicKey> key = key(keys, Byte.toUnsignedInt(body[0]));
    if (key.isEmpty()) return says("signed with key " + Byte.toUnsignedInt(body[0]) + ", which is not among these keys");
    if (!signed(key.get(), body, Arrays.copyOfRange(all, body.length, all.length))) return says("NOT GENUINE: the signature does not fit these facts");
    try {
      String number = facts(ByteBuffer.wrap(body));
      if (!code.get().number.isEmpty() && !code.get().number.equals(number)) return says("NOT GENUINE: the address names another number");
    } catch (BufferUnderflowException e) {
      return says("signed, but of a form that this program does not know");
    }
    System.out.println("GENUINE: signed by the platform. Ask the page of the number whether the hours still stand.");
    return true;
  }

  private static boolean says(String why) {
    System.out.println(why);
    return false;
  }

  private static boolean signed(PublicKey key, byte[] body, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(key);
    check.update("Linatatawwa LC1:".getBytes(StandardCharsets.US_ASCII));
    check.update(body);
    return check.verify(signature);
  }

  /** Prints what is signed. @return the number */
  private static String facts(ByteBuffer in) {
    in.get();
    String number = number(in);
    int kind = in.get();
    System.out.println("number   " + number.substring(0, 5) + "-" + number.substring(5));
    System.out.println("kind     " + (kind == 1 ? "certificate of hours" : kind == 2 ? "volunteer's book" : "sealed list"));
    System.out.println("issued   " + day(in));
    System.out.println("from     " + day(in) + " to " + day(in));
    for (char grade = 'A'; grade <= 'E'; grade++) {
      long minutes = variable(in);
      if (minutes > 0) System.out.printf(Locale.ROOT, "grade %s  %d h %02d min%n", grade, minutes / 60, minutes % 60);
    }
    long people = variable(in);
    if (kind == 3) System.out.println("people   " + people);
    System.out.println("name     " + text(in));
    System.out.println("about    " + text(in));
    byte[] rows = new byte[in.remaining()];
    in.get(rows);
    if (rows.length > 0) System.out.println("rows     SHA-256 " + HexFormat.of().formatHex(rows));
    return number;
  }

  private static String number(ByteBuffer in) {
    byte[] bytes = new byte[7];
    in.get(bytes);
    long bits = new BigInteger(1, bytes).longValueExact() >> 6;
    StringBuilder number = new StringBuilder();
    for (int shift = 45; shift >= 0; shift -= 5) number.append(SIGNS.charAt((int) (bits >> shift & 31)));
    return number.toString();
  }

  private static String day(ByteBuffer in) {
    int days = Short.toUnsignedInt(in.getShort());
    return days == NO_DAY ? "-" : LocalDate.ofEpochDay(days).toString();
  }

  private static long variable(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte one = in.get();
      number |= (long) (one & 0x7f) << shift;
      if (one >= 0) return number;
    }
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // Where the code stands ------------------------------------------------------------------------------------------------

  /** In the text itself, in a file of text, or in a PDF: in the link that lies over its QR code. */
  private static Optional<Code> code(String given) throws IOException {
    if (given.length() > 1500 || !Files.isReadable(Path.of(given))) return code(given, true);
    byte[] file = Files.readAllBytes(Path.of(given));
    String raw = new String(file, StandardCharsets.ISO_8859_1);
    if (!raw.startsWith("%PDF-")) return code(new String(file, StandardCharsets.UTF_8), true);
    return code(raw, false).or(() -> inStreams(file, raw));
  }

  private static Optional<Code> code(String text, boolean whole) {
    Matcher found = CODE.matcher(text);
    if (found.find()) return decoded(found.group(2)).map(bytes -> new Code(found.group(1) == null ? "" : found.group(1).toUpperCase(Locale.ROOT), bytes));
    return whole && text.strip().matches("(?i)[0-9A-Z]{100,1200}") ? decoded(text.strip()).map(bytes -> new Code("", bytes)) : Optional.empty();
  }

  private static Optional<Code> inStreams(byte[] file, String raw) {
    Matcher stream = Pattern.compile("stream\\r?\\n").matcher(raw);
    while (stream.find()) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      try (var in = new InflaterInputStream(new ByteArrayInputStream(file, stream.end(), file.length - stream.end()))) {
        in.transferTo(plain);
      } catch (IOException notPacked) {
        continue;
      }
      Optional<Code> found = code(plain.toString(StandardCharsets.ISO_8859_1), false);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static Optional<byte[]> decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char sign : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = SIGNS.indexOf(sign);
      if (value < 0) return Optional.empty();
      held = held << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return Optional.of(bytes.toByteArray());
  }

  // The keys -------------------------------------------------------------------------------------------------------------

  /** The key of this number among JSON Web Keys. */
  private static Optional<PublicKey> key(String keys, int number) throws GeneralSecurityException {
    Matcher each = KEY.matcher(keys.replaceFirst("^\\s*\\{\\s*\"keys\"\\s*:", ""));
    while (each.find()) {
      String jwk = each.group();
      if (!value(jwk, "kid").equals(Integer.toString(number)) || !value(jwk, "crv").equals("P-256")) continue;
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(new BigInteger(1, Base64.getUrlDecoder().decode(value(jwk, "x"))), new BigInteger(1, Base64.getUrlDecoder().decode(value(jwk, "y"))));
      return Optional.of(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    }
    return Optional.empty();
  }

  private static String value(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
  }
}
