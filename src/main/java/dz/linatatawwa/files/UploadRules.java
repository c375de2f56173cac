package dz.linatatawwa.files;

import dz.linatatawwa.language.Typed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** May this be kept? Why not? In order: is there anything, is it small enough, is its name honest, is it what it says it is. */
final class UploadRules {

  /** Ten megabytes, as the form says. */
  static final long MAX_BYTES = 10L * 1024 * 1024;

  private static final int MAX_NAME = 200;

  private UploadRules() {}

  static Kept.@Nullable Refused fault(Set<FileKind> accepted, @Nullable String name, @Nullable String declared, byte[] content) {
    if (content.length == 0) return Kept.Refused.because("files.problem.empty");
    if (content.length > MAX_BYTES) return tooBig();
    if (name == null || Typed.deceives(name) || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      return Kept.Refused.because("files.problem.name");
    }
    FileKind kind = FileKind.of(content).orElse(null);
    if (kind == null || !accepted.contains(kind)) return wrongKind(accepted);
    if (!kind.fits(name) || !declares(kind, declared)) return Kept.Refused.because("files.problem.disguised");
    return kind == FileKind.PDF && !wholePdf(content) ? Kept.Refused.because("files.problem.broken") : null;
  }

  static Kept.Refused tooBig() {
    return Kept.Refused.because("files.problem.tooBig", MAX_BYTES / 1024 / 1024);
  }

  /** The name under which others may see and save the file. A picture was drawn anew as JPEG, whatever it was. */
  static String shownName(@Nullable String name, FileKind kind) {
    String line = Typed.line(name);
    String stem = line.substring(0, line.lastIndexOf('.')).replaceAll("[\\p{Cntrl}\"<>|:*?;%]", "_").strip();
    String cut = stem.codePointCount(0, stem.length()) > MAX_NAME - 5 ? stem.substring(0, stem.offsetByCodePoints(0, MAX_NAME - 10)) : stem;
    return (cut.isEmpty() ? "file" : cut) + (kind == FileKind.PDF ? ".pdf" : ".jpg");
  }

  private static Kept.Refused wrongKind(Set<FileKind> accepted) {
    boolean pictures = accepted.contains(FileKind.JPEG);
    boolean documents = accepted.contains(FileKind.PDF);
    return Kept.Refused.because(pictures && documents ? "files.problem.kind" : pictures ? "files.problem.kindPicture" : "files.problem.kindDocument");
  }

  /** Browsers that do not know a type say nothing, or octet-stream. */
  private static boolean declares(FileKind kind, @Nullable String declared) {
    if (declared == null || declared.isBlank()) return true;
    String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals(kind.contentType()) || type.equals("application/octet-stream") || kind == FileKind.JPEG && type.equals("image/pjpeg");
  }

  /** A version we know at the very start, and an end mark near the end: cut-off uploads and wrapped pages have not both. */
  private static boolean wholePdf(byte[] content) {
    if (content.length < 32) return false;
    String head = new String(content, 0, 8, StandardCharsets.ISO_8859_1);
    int tail = Math.min(content.length, 2048);
    String end = new String(content, content.length - tail, tail, StandardCharsets.ISO_8859_1);
    return head.matches("%PDF-[12]\\.[0-9]") && end.contains("%%EOF");
  }
}
