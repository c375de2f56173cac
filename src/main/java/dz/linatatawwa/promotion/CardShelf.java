package dz.linatatawwa.promotion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cards that were drawn, as files {@code <data>/cards/<kind>/<number>/<language>-<mark>.png}: one for each language of a thing, so many in all, and none older than a month, so
 *  that nothing stays of what is shown no longer. It is a memory: whoever throws it away loses nothing. */
@Component
class CardShelf {

  private static final String ENDING = ".png";
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Path root;
  private final int most;
  private final Clock clock;
  private final AtomicInteger put = new AtomicInteger();

  CardShelf(@Value("${linatatawwa.data:data}") Path data, @Value("${linatatawwa.cards:3000}") int most, Clock clock) {
    this.root = data.resolve("cards").toAbsolutePath().normalize();
    this.most = most;
    this.clock = clock;
  }

  Optional<byte[]> get(Promoted it, String language, String mark) {
    try {
      return Optional.of(Files.readAllBytes(path(it, language, mark)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("card of " + it.path(), e);
    }
  }

  /** Keeps a card in the place of the one before it in the same language; nobody ever sees half a file. */
  void put(Promoted it, String language, String mark, byte[] card) {
    Path place = path(it, language, mark);
    try {
      Files.createDirectories(folder(it));
      Path beside = Files.createTempFile(folder(it), language, ".part");
      Files.write(beside, card);
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (Stream<Path> others = Files.list(folder(it))) {
        for (Path other : others.filter(file -> !file.equals(place) && file.getFileName().toString().startsWith(language + "-")).toList()) Files.deleteIfExists(other);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("card of " + it.path(), e);
    }
    if (put.incrementAndGet() > most / 10) tidy();
  }

  /** Takes away what is old, and the oldest of what is too much. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
  void tidy() {
    put.set(0);
    if (!Files.isDirectory(root)) return;
    Instant old = clock.instant().minus(LONGEST);
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted(Comparator.comparing(CardShelf::age)).toList();
      int tooMany = files.size() - most;
      for (int i = 0; i < files.size(); i++) {
        if (i >= tooMany && age(files.get(i)).toInstant().isAfter(old)) break;
        Files.deleteIfExists(files.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cards", e);
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private Path path(Promoted it, String language, String mark) {
    return folder(it).resolve(language + "-" + mark + ENDING);
  }

  private Path folder(Promoted it) {
    return root.resolve(it.kind().code()).resolve(Long.toString(it.number()));
  }
}
