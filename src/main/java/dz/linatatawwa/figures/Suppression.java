package dz.linatatawwa.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Which cells of a table are not shown (rule 11): fewer than five persons, and beside each a second one, so that no sum works them out.
 *  The cells hang in a tree (nation, 48, 58, 69 wilayas): every sum that is shown over a hidden cell hides two at least. */
public final class Suppression {

  /** From how many persons a cell is shown; nobody at all is shown too. */
  public static final int FEWEST = 5;

  /** A cell or a sum of cells.
   *  @param key      of a leaf, its own; of a sum, any name that is its own in the tree
   *  @param children empty for a leaf */
  public record Node(String key, long persons, List<Node> children) {

    /** A cell. */
    public static Node leaf(String key, long persons) {
      return new Node(key, persons, List.of());
    }

    /** A sum whose persons are those of its parts together: each stands in one. */
    public static Node sum(String key, List<Node> children) {
      return new Node(key, children.stream().mapToLong(Node::persons).sum(), children);
    }
  }

  private final Set<String> hidden = new HashSet<>();
  private final boolean overlapping;

  private Suppression(boolean overlapping) {
    this.overlapping = overlapping;
  }

  /** The keys of everything under this root, itself included, that is not shown. */
  public static Set<String> of(Node root) {
    return of(root, false);
  }

  /** As above, where one person may stand in several cells: then cells together are surely as many persons as the largest of them, no more. */
  public static Set<String> ofOverlapping(Node root) {
    return of(root, true);
  }

  private static Set<String> of(Node root, boolean overlapping) {
    Suppression suppression = new Suppression(overlapping);
    suppression.visit(root);
    return Set.copyOf(suppression.hidden);
  }

  private void visit(Node node) {
    node.children().forEach(this::visit);
    if (node.persons() > 0 && node.persons() < FEWEST) hidden.add(node.key());
    if (node.children().size() == 1 && hidden.contains(node.children().getFirst().key())) hidden.add(node.key());
    complete(node);
  }

  /** One hidden among shown brothers is their sum less the others: a second one goes with it, until both together are five or more. */
  private void complete(Node node) {
    List<Node> brothers = node.children();
    if (brothers.size() < 2) return;
    while (true) {
      List<Node> hiddenHere = brothers.stream().filter(child -> hidden.contains(child.key())).toList();
      long persons = together(hiddenHere);
      if (hiddenHere.isEmpty() || (hiddenHere.size() > 1 && persons >= FEWEST)) return;
      Optional<Node> next = brothers.stream().filter(child -> !hidden.contains(child.key()) && child.persons() > 0)
          .min(Comparator.comparing((Node child) -> child.children().size() > 1).thenComparingLong(Node::persons).thenComparing(Node::key));
      if (next.isEmpty()) {
        hidden.add(node.key());
        return;
      }
      hide(next.get());
    }
  }

  private long together(List<Node> cells) {
    return overlapping ? cells.stream().mapToLong(Node::persons).max().orElse(0) : cells.stream().mapToLong(Node::persons).sum();
  }

  /** Hiding a sum hides one of its parts too, or the parts would give it away. */
  private void hide(Node node) {
    hidden.add(node.key());
    node.children().stream().filter(child -> child.persons() > 0).min(Comparator.comparingLong(Node::persons).thenComparing(Node::key)).ifPresent(child -> {
      hide(child);
      complete(node);
    });
  }

  /** The tree of the wilayas: nation, then 48, then 58, then 69; each person stands in one cell.
   *  @param persons by code of the 69 wilayas */
  public static Node tree(Map<String, Long> persons, Function<String, String> in58, Function<String, String> in48) {
    return tree(persons.keySet(), in58, in48, code -> persons.getOrDefault(code, 0L), Node::sum);
  }

  /** The same tree where each cell and each sum was counted by itself.
   *  @param codes   of the 69 wilayas
   *  @param counted by key of the tree: {@code 69:16}, {@code 58:16}, {@code 48:16}, {@code nation} */
  public static Node tree(Set<String> codes, Map<String, Long> counted, Function<String, String> in58, Function<String, String> in48) {
    return tree(codes, in58, in48, code -> counted.getOrDefault("69:" + code, 0L), (key, children) -> new Node(key, counted.getOrDefault(key, 0L), children));
  }

  private static Node tree(Set<String> codes, Function<String, String> in58, Function<String, String> in48, ToLongFunction<String> leaf,
      BiFunction<String, List<Node>, Node> sum) {
    Map<String, List<String>> by48 = codes.stream().sorted().collect(Collectors.groupingBy(in48));
    List<Node> nation = new ArrayList<>();
    by48.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(of48 -> {
      Map<String, List<String>> by58 = of48.getValue().stream().collect(Collectors.groupingBy(in58));
      nation.add(sum.apply("48:" + of48.getKey(), by58.entrySet().stream().sorted(Map.Entry.comparingByKey())
          .map(of58 -> sum.apply("58:" + of58.getKey(), of58.getValue().stream().map(code -> Node.leaf("69:" + code, leaf.applyAsLong(code))).toList()))
          .toList()));
    });
    return sum.apply("nation", nation);
  }
}
