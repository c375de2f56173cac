package dz.linatatawwa.files;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The unguessable name of one stored file. Knowing it is not enough to read what is not public. */
public record FileId(UUID value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** @param text as in an address; anything but a lower-case UUID gives nothing */
  public static Optional<FileId> of(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new FileId(UUID.fromString(text))) : Optional.empty();
  }

  /** Where the file is served. */
  public String address() {
    return "/files/" + value;
  }

  /** Where the small form of a picture is served. */
  public String smallAddress() {
    return "/files/" + value + "/small";
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
