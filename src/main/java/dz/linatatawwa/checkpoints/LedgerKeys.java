package dz.linatatawwa.checkpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that sign checkpoints, and the public keys of the witnesses: files under {@code <data>/keys/}, readable by the platform's account alone,
 *  never in the database. Nodes that serve one platform share this folder. */
@Component
class LedgerKeys {

  private static final Pattern NAME = Pattern.compile("ledger-ed25519-(\\d{3})\\.pem");
  private static final Pattern PART = Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END");
  private static final String WITNESSES = "ledger-witnesses.txt";

  private final Path folder;

  private record Key(PrivateKey secret, PublicKey known) {}

  LedgerKeys(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = data.resolve("keys").toAbsolutePath().normalize();
  }

  /** A note over this text, signed with the newest key; the first is made at need. */
  SignedNote sign(String name, String text) {
    Key key = keys().sequencedValues().getLast();
    VerifierKey known = VerifierKey.of(name, VerifierKey.OVER_THE_NOTE, key.known);
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(key.secret);
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return new SignedNote(text, List.of(new SignedNote.Line(name, known.id(), signing.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which the notes of this name are checked, the newest first. */
  List<VerifierKey> verifiers(String name) {
    return keys().values().stream().map(key -> VerifierKey.of(name, VerifierKey.OVER_THE_NOTE, key.known)).toList().reversed();
  }

  /** From now on a new key signs; the others stay to check what they signed. */
  void rotate() {
    locked(() -> add(read().isEmpty() ? 1 : read().lastKey() + 1));
  }

  /** Whose cosignatures are kept: one key a line in {@code ledger-witnesses.txt}; other lines are remarks. */
  List<VerifierKey> witnesses() {
    Path file = folder.resolve(WITNESSES);
    if (!Files.exists(file)) return List.of();
    try {
      return Files.readAllLines(file).stream().flatMap(line -> VerifierKey.read(line).stream())
          .filter(key -> key.kind() == VerifierKey.COSIGNATURE).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private SortedMap<Integer, Key> keys() {
    SortedMap<Integer, Key> keys = read();
    return keys.isEmpty() ? locked(() -> read().isEmpty() ? add(1) : read()) : keys;
  }

  private SortedMap<Integer, Key> add(int number) {
    if (number > 999) throw new IllegalStateException("all 999 key numbers are used");
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      write(folder.resolve("ledger-ed25519-%03d.pem".formatted(number)), pem("PRIVATE", pair.getPrivate().getEncoded()) + pem("PUBLIC", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
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
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) keys.put(Integer.valueOf(name.group(1)), key(file));
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("the keys in " + folder, e);
    }
  }

  private static Key key(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return new Key(keys.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE"))), keys.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC"))));
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
    synchronized (LedgerKeys.class) {
      try {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, only("rwx------"));
        Path lock = folder.resolve(".lock-ledger");
        if (!Files.exists(lock)) Files.write(lock, new byte[0], StandardOpenOption.CREATE);
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
    Files.createFile(beside, only("rw-------"));
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private FileAttribute<?>[] only(String rights) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
  }
}
