package dz.linatatawwa.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.figures.Suppression.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SuppressionTests {

  private static final int COUNTRIES = 3_000;
  /** A large prime: equations are solved in whole numbers modulo it, without rounding. */
  private static final long PRIME = 1_000_000_007L;

  @Test
  void fourPersonsAreNotShownFiveAreAndNobodyIs() {
    assertThat(hidden(Map.of("01", 4L, "02", 0L, "03", 5L, "04", 60L))).contains("69:01").doesNotContain("69:02", "69:04");
    assertThat(hidden(Map.of("01", 5L, "02", 0L, "03", 70L))).isEmpty();
  }

  @Test
  void besideOneHiddenCellTheNextSmallestIsHiddenToo() {
    assertThat(hidden(Map.of("01", 3L, "02", 40L, "03", 9L))).contains("69:01", "69:03").doesNotContain("69:02", "nation");
  }

  @Test
  void twoHiddenCellsThatAreFewTogetherTakeAThird() {
    assertThat(hidden(Map.of("01", 1L, "02", 2L, "03", 50L, "04", 8L))).contains("69:01", "69:02", "69:04").doesNotContain("69:03");
  }

  @Test
  void aNationOfFewIsNotShownItself() {
    assertThat(hidden(Map.of("01", 3L, "02", 0L))).contains("nation", "69:01");
  }

  @Test
  void theOlderDivisionDoesNotGiveTheNewOneAway() {
    Map<String, Long> persons = Map.of("01", 30L, "02", 2L, "03", 50L);
    UnaryOperator<String> twoBelongToOne = code -> code.equals("02") ? "01" : code;
    Set<String> hidden = Suppression.of(Suppression.tree(persons, twoBelongToOne, twoBelongToOne));
    assertThat(hidden).contains("69:01", "69:02").doesNotContain("58:01", "48:01", "69:03");
  }

  @Test
  void whoIsActiveInTwoWilayasIsOnePersonInTheOlderDivision() {
    Map<String, Long> counted = Map.of("69:01", 4L, "69:02", 3L, "69:03", 50L, "58:01", 4L, "58:03", 50L, "48:01", 4L, "48:03", 50L, "nation", 52L);
    UnaryOperator<String> twoBelongToOne = code -> code.equals("02") ? "01" : code;
    Set<String> hidden = Suppression.ofOverlapping(Suppression.tree(Set.of("01", "02", "03"), counted, twoBelongToOne, twoBelongToOne));
    assertThat(hidden).as("four persons, though three and four are seven").contains("69:01", "69:02", "58:01", "48:01");
  }

  @Test
  void twoHiddenCellsOfTheSamePersonsAreNoMorePersonsTogether() {
    Map<String, Long> all = new HashMap<>(Map.of("nation", 61L));
    for (String division : List.of("69:", "58:", "48:")) {
      Map.of("01", 4L, "02", 4L, "03", 9L, "04", 60L).forEach((code, persons) -> all.put(division + code, persons));
    }
    assertThat(Suppression.ofOverlapping(Suppression.tree(Set.of("01", "02", "03", "04"), all, code -> code, code -> code)))
        .contains("69:01", "69:02", "69:03").doesNotContain("69:04");
  }

  @Test
  void noHiddenCellCanBeWorkedOutInAnyCountry() {
    Random chance = new Random(20261122);
    for (int i = 0; i < COUNTRIES; i++) {
      Node nation = country(chance);
      Set<String> hidden = Suppression.of(nation);
      Map<String, Long> persons = new TreeMap<>();
      everything(nation).forEach(node -> persons.put(node.key(), node.persons()));
      String told = "country " + i + ": " + persons + " hides " + hidden;
      persons.forEach((key, number) -> assertThat(number == 0 || number >= Suppression.FEWEST || hidden.contains(key)).as(key + " in " + told).isTrue());
      hidden.forEach(key -> assertThat(persons.get(key)).as(key + " in " + told).isPositive());
      assertThat(workedOut(nation, hidden)).as(told).isEmpty();
      everything(nation).stream().filter(node -> !hidden.contains(node.key()) && !node.children().isEmpty()).forEach(sum -> {
        long rest = sum.children().stream().filter(child -> hidden.contains(child.key())).mapToLong(Node::persons).sum();
        assertThat(rest == 0 || rest >= Suppression.FEWEST).as("what is left of " + sum.key() + " in " + told).isTrue();
      });
    }
  }

  @Test
  void mostOfACountryWithManyPeopleIsShown() {
    Map<String, Long> persons = new HashMap<>();
    for (int code = 1; code <= 69; code++) persons.put("%02d".formatted(code), code == 7 ? 3L : 20L + code);
    assertThat(hidden(persons).stream().filter(key -> key.startsWith("69:"))).hasSize(2);
  }

  private static Set<String> hidden(Map<String, Long> persons) {
    return Suppression.of(Suppression.tree(persons, UnaryOperator.identity(), UnaryOperator.identity()));
  }

  /** Up to twelve wilayas that hang in older ones, most of them with few people. */
  private static Node country(Random chance) {
    Map<String, Long> persons = new TreeMap<>();
    Map<String, String> in58 = new HashMap<>();
    Map<String, String> in48 = new HashMap<>();
    int wilayas = 1 + chance.nextInt(12);
    int most = List.of(4, 8, 30, 500).get(chance.nextInt(4));
    for (int i = 0; i < wilayas; i++) {
      String code = "%02d".formatted(i);
      persons.put(code, chance.nextInt(4) == 0 ? 0L : chance.nextInt(most + 1));
      String mother = "%02d".formatted(i == 0 ? 0 : chance.nextInt(i));
      in58.put(code, chance.nextInt(3) == 0 ? in58.getOrDefault(mother, code) : code);
      in48.put(code, in58.get(code).equals(code) ? chance.nextInt(3) == 0 ? in48.getOrDefault(mother, code) : code : in48.getOrDefault(mother, code));
    }
    return Suppression.tree(persons, code -> in58.getOrDefault(code, code), code -> in48.getOrDefault(code, code));
  }

  private static List<Node> everything(Node root) {
    List<Node> found = new ArrayList<>(List.of(root));
    root.children().forEach(child -> found.addAll(everything(child)));
    return found;
  }

  /** Which hidden cells follow from what is shown: those that have a single solution in all the sums of the tree together. */
  private static List<String> workedOut(Node nation, Set<String> hidden) {
    List<String> unknown = hidden.stream().sorted().toList();
    List<long[]> sums = new ArrayList<>();
    for (Node node : everything(nation)) {
      if (node.children().isEmpty()) continue;
      long[] sum = new long[unknown.size()];
      if (hidden.contains(node.key())) sum[unknown.indexOf(node.key())] = PRIME - 1;
      node.children().stream().filter(child -> hidden.contains(child.key())).forEach(child -> sum[unknown.indexOf(child.key())] = 1);
      sums.add(sum);
    }
    return solve(sums, unknown.size()).stream().map(unknown::get).toList();
  }

  /** Gauss and Jordan: a row that ends with one unknown alone tells it. */
  private static List<Integer> solve(List<long[]> rows, int width) {
    int top = 0;
    for (int column = 0; column < width && top < rows.size(); column++) {
      int pivot = top;
      while (pivot < rows.size() && rows.get(pivot)[column] == 0) pivot++;
      if (pivot == rows.size()) continue;
      long[] row = rows.set(pivot, rows.get(top));
      rows.set(top, row);
      long inverse = power(row[column], PRIME - 2);
      for (int i = 0; i < width; i++) row[i] = row[i] * inverse % PRIME;
      for (long[] other : rows) if (other != row && other[column] != 0) subtract(other, row, other[column]);
      top++;
    }
    List<Integer> alone = new ArrayList<>();
    for (long[] row : rows) {
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < width; i++) if (row[i] != 0) left.add(i);
      if (left.size() == 1) alone.add(left.getFirst());
    }
    return alone;
  }

  private static void subtract(long[] from, long[] row, long times) {
    for (int i = 0; i < from.length; i++) from[i] = (from[i] + (PRIME - times) * row[i]) % PRIME;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long b = base % PRIME, e = exponent; e > 0; e >>= 1, b = b * b % PRIME) if ((e & 1) == 1) result = result * b % PRIME;
    return result;
  }
}
