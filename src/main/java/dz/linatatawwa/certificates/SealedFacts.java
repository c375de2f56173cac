package dz.linatatawwa.certificates;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a certificate's code says, as it is signed: mark, key 1, number 7, kind 1, day 2, first day 2, last day 2, minutes of A to E and the number
 *  of people as variable-length numbers, then name and subject with their lengths, and for a list the hash of its rows. Days are counted from 1970.
 *  @param key     number of our key, 1 to 255
 *  @param name    of the person; empty for a list
 *  @param subject what the hours were for; empty: all hours
 *  @param rows    SHA-256 of a list's rows; empty otherwise */
record SealedFacts(int key, CertificateNumber number, Kind kind, LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to, Graded minutes, int people,
    String name, String subject, byte[] rows) {

  /** What the signature is over begins with these signs: the platform, and the kind of its code. */
  static final String MARK = "Linatatawwa LC1:";

  private static final int NO_DAY = 0xffff;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_SUBJECT = 60;
  private static final int NUMBER = 7;
  private static final int ROWS = 32;

  /** The bytes of a code, without mark and signature. */
  byte[] body() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(160);
    out.write(key);
    out.writeBytes(number(number));
    out.write(kind.sign());
    for (LocalDate one : Arrays.asList(day, from, to)) {
      int days = one == null ? NO_DAY : Math.clamp(one.toEpochDay(), 0, NO_DAY - 1);
      out.write(days >> 8);
      out.write(days);
    }
    minutes.each().forEach(one -> variable(out, one));
    variable(out, people);
    text(out, name, LONGEST_NAME);
    text(out, subject, LONGEST_SUBJECT);
    out.writeBytes(rows);
    return out.toByteArray();
  }

  /** What the signature of a body is over. */
  static byte[] signed(byte[] body) {
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    byte[] signed = Arrays.copyOf(mark, mark.length + body.length);
    System.arraycopy(body, 0, signed, mark.length, body.length);
    return signed;
  }

  /** Nothing for bytes that say nothing. */
  static Optional<SealedFacts> read(byte[] body) {
    try {
      ByteBuffer in = ByteBuffer.wrap(body);
      int key = Byte.toUnsignedInt(in.get());
      byte[] number = take(in, NUMBER);
      int sign = in.get();
      Kind kind = Arrays.stream(Kind.values()).filter(one -> one.sign() == sign).findFirst().orElse(null);
      LocalDate day = day(in);
      LocalDate from = day(in);
      LocalDate to = day(in);
      List<Long> minutes = new ArrayList<>();
      for (int i = 0; i < Graded.NONE.each().size(); i++) minutes.add(variable(in));
      int people = (int) variable(in);
      String name = text(in);
      String subject = text(in);
      byte[] rows = take(in, in.remaining());
      if (kind == null || day == null || rows.length != (kind == Kind.LIST ? ROWS : 0)) return Optional.empty();
      return Optional.of(new SealedFacts(key, new CertificateNumber(Base32.encode(number).substring(0, 10)), kind, day, from, to, new Graded(minutes), people,
          name, subject, rows));
    } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException cutShort) {
      return Optional.empty();
    }
  }

  /** Fifty bits at the beginning of seven bytes. */
  private static byte[] number(CertificateNumber number) {
    return Base32.decode(number.value() + "00").orElseThrow();
  }

  private static void variable(ByteArrayOutputStream out, long number) {
    long rest = number;
    for (; rest > 0x7f; rest >>>= 7) out.write((int) (rest & 0x7f | 0x80));
    out.write((int) rest);
  }

  private static long variable(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte one = in.get();
      number |= (long) (one & 0x7f) << shift;
      if (one >= 0) return number;
    }
    throw new IllegalArgumentException("a number without an end");
  }

  /** Cut between letters where it is too long. */
  private static void text(ByteArrayOutputStream out, String text, int most) {
    String cut = text;
    while (cut.getBytes(StandardCharsets.UTF_8).length > most) cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static String text(ByteBuffer in) {
    return new String(take(in, Byte.toUnsignedInt(in.get())), StandardCharsets.UTF_8);
  }

  private static @Nullable LocalDate day(ByteBuffer in) {
    int days = Short.toUnsignedInt(in.getShort());
    return days == NO_DAY ? null : LocalDate.ofEpochDay(days);
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }
}
