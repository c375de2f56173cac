package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and documents that people upload: checked by what they are, not by what they say, and kept on a shelf: a folder, or a bucket of an S3-compatible store. */
@Component
public class Files {

  private static final Logger LOG = LoggerFactory.getLogger(Files.class);

  private final FileTable table;
  private final Shelf shelf;
  private final Pictures pictures;
  private final Scanner scanner;
  private final ObjectProvider<FileAccess> rules;

  Files(FileTable table, Shelf shelf, Pictures pictures, Scanner scanner, ObjectProvider<FileAccess> rules) {
    this.table = table;
    this.shelf = shelf;
    this.pictures = pictures;
    this.scanner = scanner;
    this.rules = rules;
  }

  /** Keeps an upload, or says in plain words why not. A picture is drawn anew: upright, without place and camera, at most 1280 pixels wide or high.
   *  @param purpose some room's {@link FileAccess} answers for it */
  public Kept keep(AccountId owner, String purpose, MultipartFile upload) {
    try {
      if (upload.getSize() > UploadRules.MAX_BYTES) return UploadRules.tooBig();
      return keep(owner, purpose, upload.getOriginalFilename(), upload.getContentType(), upload.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading an upload", e);
    }
  }

  /** As above, for a room that writes down what was kept.
   *  @param then is told of it when it is kept
   *  @return why it was refused; nothing when it is kept */
  public Optional<Kept.Refused> keep(AccountId owner, String purpose, MultipartFile upload, Consumer<FileId> then) {
    return switch (keep(owner, purpose, upload)) {
      case Kept.Refused refused -> Optional.of(refused);
      case Kept.Stored(FileId file) -> {
        then.accept(file);
        yield Optional.empty();
      }
    };
  }

  /** As above, for bytes that did not come by a form.
   *  @param declared the MIME type that the sender claims, or null */
  public Kept keep(AccountId owner, String purpose, @Nullable String name, @Nullable String declared, byte[] content) {
    Kept.Refused refused = UploadRules.fault(rule(purpose).accepts(), name, declared, content);
    if (refused == null) refused = seen(owner, purpose, content);
    if (refused != null) return refused;
    FileKind kind = FileKind.of(content).orElseThrow();
    String shown = UploadRules.shownName(name, kind);
    if (!kind.picture()) return store(owner, purpose, shown, kind.contentType(), content, null);
    return switch (pictures.draw(content)) {
      case Pictures.Drawn(byte[] large, byte[] small) -> store(owner, purpose, shown, "image/jpeg", large, small);
      case Pictures.NotDrawn(Kept.Refused why) -> why;
    };
  }

  /** What the scanner has against it, as far as there is one: before anything else reads the bytes, and nothing is kept that it could not look at. */
  private Kept.@Nullable Refused seen(AccountId owner, String purpose, byte[] content) {
    return switch (scanner.look(content)) {
      case Scanner.Verdict.Clean clean -> null;
      case Scanner.Verdict.Found(String name) -> {
        LOG.warn("the scanner found {} in an upload of account {} for {}: {} bytes, not kept", name, owner, purpose, content.length);
        yield Kept.Refused.because("files.problem.malware");
      }
      case Scanner.Verdict.Away(String why) -> {
        LOG.error("an upload was not kept, for the scanner did not look at it: {}", why);
        yield Kept.Refused.because("files.problem.scannerAway");
      }
    };
  }

  /** What is known of a file; nothing for one that was deleted. */
  public Optional<StoredFile> find(FileId id) {
    return table.find(id);
  }

  /** The files of these ids that still exist, in the order of the ids. */
  public List<StoredFile> find(Collection<FileId> ids) {
    return ids.stream().flatMap(id -> table.find(id).stream()).toList();
  }

  /** The bytes of a file, for rooms that work on them; nothing for one that was deleted. */
  public Optional<byte[]> read(FileId id) {
    return table.find(id).map(file -> shelf.read(id, false).orElseThrow(() -> new IllegalStateException("the bytes of file " + id + " are missing")));
  }

  /** Takes a file away for good: its bytes when the transaction is done, at the latest by {@link Clearing}; its row stays and says when. */
  @Transactional
  public void delete(FileId id) {
    if (!table.delete(id)) return;
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        try {
          shelf.remove(id);
        } catch (StoreAway later) {
          LOG.warn("the bytes of a deleted file are taken away later: {}", later.getMessage());
        }
      }
    });
  }

  @EventListener
  void left(AccountClosed closed) {
    table.ofOwner(closed.account()).stream().filter(file -> rule(file.purpose()).leavesWithOwner()).forEach(file -> delete(file.id()));
  }

  /** Whether this person may see a file.
   *  @param person null: somebody who has not signed in */
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    FileAccess rule = rule(file.purpose());
    return rule.isPublic() || rule.leavesWithOwner() && file.owner().equals(person) || rule.maySee(person, file);
  }

  boolean isPublic(StoredFile file) {
    return rule(file.purpose()).isPublic();
  }

  Optional<Resource> open(StoredFile file, boolean small) {
    return shelf.open(file, small);
  }

  private Kept store(AccountId owner, String purpose, String name, String contentType, byte[] content, byte @Nullable [] small) {
    FileId id = new FileId(UUID.randomUUID());
    try {
      shelf.put(id, content, small);
    } catch (StoreAway away) {
      LOG.error("an upload could not be kept", away);
      return Kept.Refused.because("files.problem.storeAway");
    }
    table.insert(id, owner, purpose, name, contentType, content);
    return new Kept.Stored(id);
  }

  private FileAccess rule(String purpose) {
    return rules.stream().filter(rule -> rule.purpose().equals(purpose)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no room answers for files of purpose " + purpose));
  }
}
