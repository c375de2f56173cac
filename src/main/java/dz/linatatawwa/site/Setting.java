package dz.linatatawwa.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something that an administrator may change while the platform runs: its key, what holds until then, and its bounds.
 *  Its name and explanation are the messages {@code setting.KEY} and {@code setting.KEY.text}. */
public sealed interface Setting<T> {

  /** Begins with the room: {@code recognition.tiers}. */
  String key();

  /** What holds as long as nobody has changed it. */
  T standard();

  /** The value that was typed or stored; nothing when it cannot be read or lies outside the bounds. */
  Optional<T> read(String text);

  /** As it is stored, and shown in the form. */
  String write(T value);

  /** A whole number from {@code least} to {@code most}. */
  record Whole(String key, Integer standard, int least, int most) implements Setting<Integer> {

    @Override
    public Optional<Integer> read(String text) {
      return number(text).filter(number -> number >= least && number <= most);
    }

    @Override
    public String write(Integer value) {
      return value.toString();
    }
  }

  /** Whole numbers that rise, between commas: {@code 10, 25, 50}. */
  record Rising(String key, List<Integer> standard, int least, int most) implements Setting<List<Integer>> {

    @Override
    public Optional<List<Integer>> read(String text) {
      List<Optional<Integer>> read = Arrays.stream(text.split("[,،]")).map(Setting::number).toList();
      if (read.isEmpty() || read.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
      List<Integer> numbers = read.stream().map(Optional::get).toList();
      boolean rises = numbers.equals(numbers.stream().sorted().distinct().toList());
      return rises && numbers.getFirst() >= least && numbers.getLast() <= most ? Optional.of(numbers) : Optional.empty();
    }

    @Override
    public String write(List<Integer> value) {
      return value.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
  }

  /** One line of text without letters that steer (line ends, NUL); may be empty. */
  record Line(String key, String standard, int longest) implements Setting<String> {

    @Override
    public Optional<String> read(String text) {
      return Optional.of(text.strip()).filter(line -> line.length() <= longest && line.chars().noneMatch(Character::isISOControl));
    }

    @Override
    public String write(String value) {
      return value;
    }
  }

  private static Optional<Integer> number(String text) {
    String digits = dz.linatatawwa.language.Digits.latin(text.strip());
    return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
