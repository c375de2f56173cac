package dz.linatatawwa.promotion;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** A short address of one thing: {@code /s/} and seven letters, made from its kind and number, so that nothing has to be kept and the same thing has the same link for ever. Six
 *  letters are the thing, mixed so that neighbours do not look alike; the seventh tells a mistyped one. It names things of ours alone, and leads nowhere else. */
public record ShortLink(PromotedKind kind, long number) {

  /** The highest number that fits into seven letters: 134 million of each kind. */
  static final long MOST = (1L << 27) - 1;

  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 6;
  private static final int BITS = 30;
  private static final long MASK = (1L << BITS) - 1;
  private static final long ODD = 0x2c1b3c6dL & MASK;
  private static final long BACK = BigInteger.valueOf(ODD).modInverse(BigInteger.ONE.shiftLeft(BITS)).longValueExact();

  public ShortLink {
    if (number < 1 || number > MOST) throw new IllegalArgumentException("no short link for " + kind + " " + number);
  }

  /** The seven letters. */
  public String code() {
    long plain = (number << 3) | kind.ordinal();
    long mixed = (mix((plain * ODD) & MASK) * ODD) & MASK;
    StringBuilder code = new StringBuilder(LENGTH + 1);
    for (int shift = BITS - 5; shift >= 0; shift -= 5) code.append(LETTERS.charAt((int) ((mixed >>> shift) & 31)));
    return code.append(check(code)).toString();
  }

  /** The path of the link. */
  public String path() {
    return "/s/" + code();
  }

  /** What a code says, in small or capital letters, with o for 0 and i or l for 1; anything that no code says gives nothing. */
  public static Optional<ShortLink> of(String typed) {
    String code = typed.toLowerCase(Locale.ROOT).replace('o', '0').replace('i', '1').replace('l', '1');
    if (code.length() != LENGTH + 1 || !code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) return Optional.empty();
    if (code.charAt(LENGTH) != check(code.substring(0, LENGTH))) return Optional.empty();
    long mixed = 0;
    for (int i = 0; i < LENGTH; i++) mixed = (mixed << 5) | LETTERS.indexOf(code.charAt(i));
    long plain = (mix((mixed * BACK) & MASK) * BACK) & MASK;
    int kind = (int) (plain & 7);
    if (kind >= PromotedKind.values().length || plain >>> 3 == 0) return Optional.empty();
    return Optional.of(new ShortLink(PromotedKind.values()[kind], plain >>> 3));
  }

  /** Its own inverse. */
  private static long mix(long bits) {
    return bits ^ (bits >>> (BITS / 2));
  }

  /** Weights without a common factor with 32: every single wrong letter is noticed. */
  private static char check(CharSequence code) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) sum += (2 * i + 1) * LETTERS.indexOf(code.charAt(i));
    return LETTERS.charAt(sum & 31);
  }
}
