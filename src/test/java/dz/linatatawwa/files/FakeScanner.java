package dz.linatatawwa.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small daemon that speaks the command INSTREAM of clamd as its manual describes it, and finds whatever contains the word {@code VIRUS}. */
final class FakeScanner implements AutoCloseable {

  /** How it answers. */
  enum Mood { HONEST, SILENT, BUSY, MUTE_AND_GONE, DRIPPING, LYING, HASTY }

  final List<byte[]> seen = new CopyOnWriteArrayList<>();
  private final ServerSocket door;
  private volatile Mood mood = Mood.HONEST;

  FakeScanner() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  Scanner client(Duration within) {
    return new Scanner("127.0.0.1:" + door.getLocalPort(), within);
  }

  FakeScanner being(Mood now) {
    mood = now;
    return this;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        Thread.ofVirtual().start(() -> talk(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket guest) {
    try (guest) {
      if (mood == Mood.MUTE_AND_GONE) return;
      DataInputStream in = new DataInputStream(guest.getInputStream());
      byte[] command = in.readNBytes(10);
      if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) throw new IOException("not a command of clamd");
      if (mood == Mood.HASTY) {
        say(guest, "INSTREAM size limit exceeded. ERROR\0");
        return;
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        if (length < 0 || length > 1_000_000) throw new IOException("a piece of " + length);
        byte[] piece = in.readNBytes(length);
        if (piece.length < length) throw new EOFException("a piece was cut");
        all.write(piece);
      }
      seen.add(all.toByteArray());
      answer(guest, all.toString(StandardCharsets.ISO_8859_1).contains("VIRUS"));
    } catch (IOException | InterruptedException gone) {
      // whoever asked has hung up
    }
  }

  private void answer(Socket guest, boolean found) throws IOException, InterruptedException {
    switch (mood) {
      case HONEST -> say(guest, found ? "stream: Test.Virus\u001b[31m\r\nforged-1 FOUND\0" : "stream: OK\0");
      case BUSY -> say(guest, "Command read timed out.\0");
      case LYING -> say(guest, "stream: OK, well, perhaps\0");
      case DRIPPING -> {
        for (char letter : "stream: OK stream: OK".toCharArray()) {
          say(guest, String.valueOf(letter));
          Thread.sleep(40);
        }
      }
      default -> Thread.sleep(60_000);
    }
  }

  private static void say(Socket guest, String words) throws IOException {
    guest.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    guest.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
