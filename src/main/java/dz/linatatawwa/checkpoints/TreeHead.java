package dz.linatatawwa.checkpoints;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a checkpoint says, as C2SP tlog-checkpoint writes it.
 *  @param origin the ledger's name
 *  @param size   leaves of the tree
 *  @param root   32 bytes */
record TreeHead(String origin, long size, byte[] root) {

  private static final Pattern WRITTEN = Pattern.compile("([^\\s+]+)\n(0|[1-9]\\d{0,17})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*");

  /** Nothing when this is not the text of a checkpoint. Further lines are allowed, and not looked at. */
  static Optional<TreeHead> read(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) return Optional.empty();
    try {
      return Optional.of(new TreeHead(parts.group(1), Long.parseLong(parts.group(2)), Base64.getDecoder().decode(parts.group(3))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }
}
