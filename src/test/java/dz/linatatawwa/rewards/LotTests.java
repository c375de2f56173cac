package dz.linatatawwa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotTests {

  private static final String SEED = "8f1c2b7a90e4d3c5561f0a9be8d7c6b5a4938271605f4e3d2c1b0a9f8e7d6c5b";

  /** The shell that decision 0045 gives to everybody. */
  private static final String SHELL = """
      seed=%s; list=%s
      draw=$(printf '%%s:%%s' "$seed" "$list" | sha256sum | cut -d' ' -f1)
      for n in ${list//,/ }; do printf '%%s %%s\\n' "$(printf '%%s:%%s' "$draw" "$n" | sha256sum | cut -d' ' -f1)" "$n"; done | LC_ALL=C sort | cut -d' ' -f2
      """;

  @Test
  void aSecondImplementationInShellGivesTheSameOrder() throws IOException, InterruptedException {
    List<Integer> numbers = IntStream.rangeClosed(1, 60).filter(n -> n % 7 != 0).boxed().toList();
    String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    Process shell = new ProcessBuilder("bash", "-c", SHELL.formatted(SEED, list)).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(new Lot(SEED, numbers).order()).isEqualTo(Arrays.stream(said.strip().split("\\s+")).map(Integer::valueOf).toList());
  }

  @Test
  void oneNumberMoreOrLessGivesAnotherOrder() {
    List<Integer> numbers = IntStream.rangeClosed(1, 40).boxed().toList();
    List<Integer> without = numbers.subList(0, 39);
    assertThat(new Lot(SEED, numbers).order().stream().filter(n -> n != 40).toList()).isNotEqualTo(new Lot(SEED, without).order());
  }

  @Test
  void everyNumberIsFirstEquallyOften() {
    int[] first = new int[5];
    for (int seed = 0; seed < 5000; seed++) first[new Lot("%064x".formatted(seed), List.of(1, 2, 3, 4, 5)).order().getFirst() - 1]++;
    assertThat(Arrays.stream(first).allMatch(n -> n > 880 && n < 1120)).as(Arrays.toString(first)).isTrue();
  }
}
