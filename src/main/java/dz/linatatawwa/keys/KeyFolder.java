package dz.linatatawwa.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys of one kind: files under {@code <data>/keys/}, readable by its account alone, never in the database. Nodes that serve
 *  one platform share this folder; whoever backs it up keeps it as safe as the people's data. */
public final class KeyFolder {

  private static final Pattern PART = Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END");
  private static final int MOST = 255;
  /** What secrets are for: of links in messages, of marks in codes, of what seals the second step. */
  private static final List<String> PURPOSES = List.of("entrances", "hooks", "links", "marks", "second-step");

  private final Path folder;
  private final KeyKind kind;
  private final String prefix;
  private final Pattern name;

  /** A key and what is public of it.
   *  @param number 1 to 255, carried by what it signed */
  public record Key(int number, PrivateKey secret, PublicKey known) {}

  /** @param data the folder of everything */
  public KeyFolder(Path data, KeyKind kind) {
    this(data, kind, "");
  }

  /** Keys that stand apart from others of their kind.
   *  @param purpose begins the names of their files, with a hyphen; empty: those that were there first */
  public KeyFolder(Path data, KeyKind kind, String purpose) {
    this.folder = data.resolve("keys").toAbsolutePath().normalize();
    this.kind = kind;
    this.prefix = (purpose.isEmpty() ? "" : purpose + "-") + kind.name().toLowerCase(Locale.ROOT);
    this.name = Pattern.compile(Pattern.quote(prefix) + "-(\\d{3})\\.pem");
  }

  /** The name of a key's file, without its ending: {@code es256-001}. */
  public String name(int number) {
    return "%s-%03d".formatted(prefix, number);
  }

  /** All keys by number; the first is made when there is none. */
  public SortedMap<Integer, Key> keys() {
    SortedMap<Integer, Key> keys = read();
    return keys.isEmpty() ? locked(() -> read().isEmpty() ? add(1) : read()) : keys;
  }

  /** A new key, which signs from now on; the others stay to check what they signed. */
  public SortedMap<Integer, Key> rotate() {
    return locked(() -> {
      SortedMap<Integer, Key> keys = read();
      int next = keys.isEmpty() ? 1 : keys.lastKey() + 1;
      if (next > MOST) throw new IllegalStateException("all " + MOST + " key numbers are used");
      return add(next);
    });
  }

  /** 32 random bytes of this purpose, made at first need. */
  public byte[] secret(String purpose) {
    if (!PURPOSES.contains(purpose)) throw new IllegalArgumentException("no purpose of a secret: " + purpose);
    Path file = folder.resolve(purpose + ".secret");
    return Files.exists(file) ? read(file) : locked(() -> made(file)); // a folder that is only to be read, like a mounted secret, cannot be locked
  }

  /** Makes every secret that is missing. */
  public void secrets() {
    PURPOSES.forEach(this::secret);
  }

  private byte[] made(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        write(file, Base64.getEncoder().encodeToString(random) + "\n");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private SortedMap<Integer, Key> add(int number) {
    KeyPair pair = kind.pair();
    try {
      write(folder.resolve(name(number) + ".pem"), pem("PRIVATE", pair.getPrivate().getEncoded()) + pem("PUBLIC", pair.getPublic().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("a new key in " + folder, e);
    }
    return read();
  }

  private SortedMap<Integer, Key> read() {
    SortedMap<Integer, Key> keys = new TreeMap<>();
    if (!Files.isDirectory(folder)) return keys;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher found = name.matcher(file.getFileName().toString());
        if (found.matches()) keys.put(Integer.valueOf(found.group(1)), key(Integer.parseInt(found.group(1)), file));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("the keys in " + folder, e);
    }
  }

  private Key key(int number, Path file) throws IOException {
    String text = Files.readString(file);
    try {
      KeyFactory keys = kind.factory();
      return new Key(number, keys.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE"))),
          keys.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC"))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("not a key: " + file);
    }
  }

  private static byte[] part(String text, String kind) {
    Matcher parts = PART.matcher(text);
    while (parts.find()) if (parts.group(1).equals(kind)) return Base64.getMimeDecoder().decode(parts.group(2));
    throw new IllegalArgumentException("no " + kind + " KEY");
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + " KEY-----\n";
  }

  /** One process at a time makes keys; others wait and read what it made. */
  private <T> T locked(Supplier<T> deed) {
    synchronized (KeyFolder.class) {
      try {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, only("rwx------"));
        Path lock = folder.resolve(".lock");
        make(lock);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
          return deed.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the keys in " + folder, e);
      }
    }
  }

  private void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(beside);
    make(beside);
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void make(Path file) throws IOException {
    try {
      Files.createFile(file, only("rw-------"));
    } catch (FileAlreadyExistsException there) {
      return;
    }
  }

  private FileAttribute<?>[] only(String rights) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
  }
}
