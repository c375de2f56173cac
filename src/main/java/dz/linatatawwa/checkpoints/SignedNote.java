package dz.linatatawwa.checkpoints;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with signatures below it, as C2SP signed-note writes it.
 *  @param text ends with a line feed
 *  @param signatures in their order; the same key may be there once only */
public record SignedNote(String text, List<Line> signatures) {

  private static final Pattern LINE = Pattern.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/=]+)");
  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** One signature.
   *  @param id of the key, 4 bytes
   *  @param bytes as the kind of the key has them */
  public record Line(String name, byte[] id, byte[] bytes) {

    String written() {
      byte[] whole = Arrays.copyOf(id, id.length + bytes.length);
      System.arraycopy(bytes, 0, whole, id.length, bytes.length);
      return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
    }

    boolean by(VerifierKey key) {
      return key.name().equals(name) && Arrays.equals(key.id(), id);
    }
  }

  /** Nothing when this is no signed note. */
  public static Optional<SignedNote> read(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) return Optional.empty();
    List<Line> lines = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n")) {
      Optional<Line> read = line(line);
      if (read.isEmpty() || lines.size() == MOST_SIGNATURES) return Optional.empty();
      lines.add(read.get());
    }
    return Optional.of(new SignedNote(note.substring(0, end + 1), lines));
  }

  /** As it is published. */
  public String written() {
    StringBuilder whole = new StringBuilder(text).append('\n');
    for (Line line : signatures) whole.append(line.written());
    return whole.toString();
  }

  /** Whether this key signed the text itself. */
  public boolean signedBy(VerifierKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return key.kind() == VerifierKey.OVER_THE_NOTE && signatures.stream().anyMatch(line -> line.by(key) && key.signed(message, line.bytes()));
  }

  /** When this witness says that it saw the checkpoint; nothing when it did not sign. */
  Optional<Instant> cosignedBy(VerifierKey witness) {
    return signatures.stream().filter(line -> isCosignature(line, witness)).findFirst().map(SignedNote::time);
  }

  /** The line that this witness signed. */
  Optional<Line> cosignature(VerifierKey witness) {
    return signatures.stream().filter(line -> isCosignature(line, witness)).findFirst();
  }

  private boolean isCosignature(Line line, VerifierKey witness) {
    if (witness.kind() != VerifierKey.COSIGNATURE || !line.by(witness) || line.bytes().length != Long.BYTES + VerifierKey.SIGNATURE) return false;
    long second = ByteBuffer.wrap(line.bytes()).getLong();
    if (second < 0 || second > Instant.MAX.getEpochSecond()) return false;
    String message = "cosignature/v1\ntime " + second + "\n" + text;
    return witness.signed(message.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(line.bytes(), Long.BYTES, line.bytes().length));
  }

  private static Instant time(Line line) {
    return Instant.ofEpochSecond(ByteBuffer.wrap(line.bytes()).getLong());
  }

  private static Optional<Line> line(String text) {
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) return Optional.empty();
    try {
      byte[] whole = Base64.getDecoder().decode(parts.group(2));
      return whole.length < 5 ? Optional.empty()
          : Optional.of(new Line(parts.group(1), Arrays.copyOf(whole, 4), Arrays.copyOfRange(whole, 4, whole.length)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
