package dz.linatatawwa.figures;

import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.volunteers.Audience;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How slices are written. A person is seven bytes: number within the part (20 bits), number of lines (12), what is known of them (23). Each of their lines is
 *  six: day of the year (9 bits), minutes and 2048 (12), sort (13), place (14). Two bytes end a slice, so that a line may be read as eight. */
final class Packed {

  static final int PERSON = 7;
  static final int LINE = 6;
  static final int END = 2;
  static final int MOST_LINES = (1 << 12) - 1;
  static final int MOST_SORTS = (1 << 13) - 1;
  /** Codes of wilayas and communes as numbers are below it. */
  static final int PLACES = 10_000;

  /** In the order of their numbers; what is new goes to the end, seven at most beside "unknown". */
  private static final List<String> AUDIENCES = List.of("", "pupil", "student", "trainee", "employed", "unemployed", "at-home", "retired");
  private static final List<String> EDUCATIONS = List.of("", "none", "primary", "middle", "secondary", "vocational", "higher");
  private static final List<String> SEXES = List.of("", "F", "M");
  private static final int FIRST_BIRTH = 1900;

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Packed() {}

  /** @param day     of the year, from 0
   *  @param minutes from -1440 to 1440 */
  static long line(int day, int minutes, int sort, int place) {
    return (long) day << 39 | (long) (minutes + 2048) << 27 | (long) sort << 14 | place;
  }

  static int day(long line) {
    return (int) (line >>> 39);
  }

  static int minutes(long line) {
    return ((int) (line >>> 27) & 0xfff) - 2048;
  }

  static int sort(long line) {
    return (int) (line >>> 14) & 0x1fff;
  }

  static int place(long line) {
    return (int) line & 0x3fff;
  }

  /** The line that takes this one back. */
  static long opposite(long line) {
    return line(day(line), -minutes(line), sort(line), place(line));
  }

  /** @param residence code of a wilaya as a number */
  static int facts(int birthYear, @Nullable String sex, @Nullable String audience, @Nullable String education, int residence) {
    return birthYear - FIRST_BIRTH << 15 | number(SEXES, sex) << 13 | number(AUDIENCES, audience) << 10 | number(EDUCATIONS, education) << 7 | residence;
  }

  static int birthYear(int facts) {
    return (facts >>> 15) + FIRST_BIRTH;
  }

  static int sex(int facts) {
    return facts >>> 13 & 3;
  }

  static int audience(int facts) {
    return facts >>> 10 & 7;
  }

  static int education(int facts) {
    return facts >>> 7 & 7;
  }

  static int residence(int facts) {
    return facts & 0x7f;
  }

  static int sexes() {
    return SEXES.size();
  }

  static int audiences() {
    return AUDIENCES.size();
  }

  static int educations() {
    return EDUCATIONS.size();
  }

  static int number(Sex sex) {
    return number(SEXES, sex.code());
  }

  static int number(Audience audience) {
    return number(AUDIENCES, audience.code());
  }

  static String sexCode(int number) {
    return SEXES.get(number);
  }

  static String audienceCode(int number) {
    return AUDIENCES.get(number);
  }

  static String educationCode(int number) {
    return EDUCATIONS.get(number);
  }

  private static int number(List<String> codes, @Nullable String code) {
    int number = codes.indexOf(code == null ? "" : code);
    if (number < 0) throw new IllegalStateException("no number for " + code);
    return number;
  }

  static int intAt(byte[] data, int at) {
    return (int) INT.get(data, at);
  }

  static void putInt(byte[] data, int at, int value) {
    INT.set(data, at, value);
  }

  static int factsAt(byte[] data, int at) {
    return (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
  }

  static void putFacts(byte[] data, int at, int facts) {
    data[at] = (byte) (facts >>> 16);
    data[at + 1] = (byte) (facts >>> 8);
    data[at + 2] = (byte) facts;
  }

  static long lineAt(byte[] data, int at) {
    return (long) LONG.get(data, at) >>> 16;
  }

  /** Writes eight bytes, of which the last two are nothing. */
  static void putLine(byte[] data, int at, long line) {
    LONG.set(data, at, line << 16);
  }
}
