package dz.linatatawwa.checkpoints;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checkpoints that somebody kept in a file, believed only when a key of this ledger signed them. */
@Component
class KeptFiles {

  private static final long LONGEST = 64 << 10;

  private final CheckpointTable checkpoints;
  private final LedgerKeys keys;

  KeptFiles(CheckpointTable checkpoints, LedgerKeys keys) {
    this.checkpoints = checkpoints;
    this.keys = keys;
  }

  /** What the file says; nothing, and a complaint on {@code System.err}, when it is no checkpoint of ours. */
  Optional<TreeHead> checkpoint(String file) {
    return text(file).flatMap(text -> {
      Optional<SignedNote> note = SignedNote.read(text);
      Optional<TreeHead> head = note.flatMap(signed -> TreeHead.read(signed.text()));
      if (head.isEmpty()) return refused(file + " is no checkpoint");
      boolean signed = keys.verifiers(head.get().origin()).stream().anyMatch(note.get()::signedBy);
      if (!signed || !checkpoints.origin().equals(Optional.of(head.get().origin()))) return refused(file + " is not signed with a key of this ledger");
      return head;
    });
  }

  Optional<String> text(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.size(path) > LONGEST) return refused(file + " is too long for a checkpoint");
      return Optional.of(Files.readString(path));
    } catch (InvalidPathException | CharacterCodingException wrong) {
      return refused(file + " cannot be read as a text");
    } catch (IOException gone) {
      return refused(file + " cannot be read");
    }
  }

  private static <T> Optional<T> refused(String why) {
    System.err.println(why);
    return Optional.empty();
  }
}
