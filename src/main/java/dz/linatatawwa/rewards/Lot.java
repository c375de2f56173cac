package dz.linatatawwa.rewards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A drawing of lots that anybody can repeat with a hash program. The SHA-256 of the seed is published before anybody enters, the seed after the draw.
 *  <ol><li>list: the numbers that take part, rising, joined by commas;
 *  <li>draw: sha256(seed ':' list), so that who knows the seed does not know the order before the last number is given;
 *  <li>the mark of a number: sha256(draw ':' number);
 *  <li>order: the numbers by their marks, rising. The first get the places, the others wait in this order.</ol>
 *  Texts are ASCII, hashes are written in small hexadecimal letters. docs/decisions/0045 shows the same in one line of shell.
 *  @param seed    64 hexadecimal digits
 *  @param numbers that take part, rising */
record Lot(String seed, List<Integer> numbers) {

  Lot {
    numbers = List.copyOf(numbers);
  }

  /** What is published before: it binds the platform to the seed and tells nothing of it. */
  static String commitment(String seed) {
    return sha256(seed);
  }

  /** All numbers in the order that the lot gives. */
  List<Integer> order() {
    String draw = sha256(seed + ":" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return numbers.stream().map(number -> new Marked(sha256(draw + ":" + number), number)).sorted(Comparator.comparing(Marked::mark)).map(Marked::number).toList();
  }

  private record Marked(String mark, int number) {}

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
