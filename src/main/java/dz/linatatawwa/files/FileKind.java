package dz.linatatawwa.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be uploaded, known by its first bytes. */
public enum FileKind {
  JPEG("image/jpeg", List.of("jpg", "jpeg")),
  PNG("image/png", List.of("png")),
  WEBP("image/webp", List.of("webp")),
  PDF("application/pdf", List.of("pdf"));

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final String contentType;
  private final List<String> endings;

  FileKind(String contentType, List<String> endings) {
    this.contentType = contentType;
    this.endings = endings;
  }

  /** The MIME type by which browsers declare it. */
  public String contentType() {
    return contentType;
  }

  /** The kinds that are pictures. */
  public static Set<FileKind> pictures() {
    return EnumSet.of(JPEG, PNG, WEBP);
  }

  public boolean picture() {
    return this != PDF;
  }

  /** Whether a file name ends as this kind of file does. */
  boolean fits(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** What the content is, whatever its name says. */
  static Optional<FileKind> of(byte[] content) {
    if (starts(content, PNG_MARK)) return Optional.of(PNG);
    if (content.length > 3 && content[0] == (byte) 0xFF && content[1] == (byte) 0xD8 && content[2] == (byte) 0xFF) return Optional.of(JPEG);
    if (starts(content, new byte[] {'R', 'I', 'F', 'F'}) && starts(content, 8, new byte[] {'W', 'E', 'B', 'P'})) return Optional.of(WEBP);
    if (starts(content, new byte[] {'%', 'P', 'D', 'F', '-'})) return Optional.of(PDF);
    return Optional.empty();
  }

  private static boolean starts(byte[] content, byte[] mark) {
    return starts(content, 0, mark);
  }

  private static boolean starts(byte[] content, int from, byte[] mark) {
    if (content.length < from + mark.length) return false;
    for (int i = 0; i < mark.length; i++) {
      if (content[from + i] != mark[i]) return false;
    }
    return true;
  }
}
