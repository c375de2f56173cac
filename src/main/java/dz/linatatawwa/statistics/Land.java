package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The country as a tree: the nation, the wilayas of 1984, those of 2019 in them, those of 2026 in these, communes; whoever is alone under its parent is its parent.
 *  Nodes are named {@code nation}, {@code 48:30}, {@code 58:30}, {@code 69:30}, {@code c:3001}; {@code 69:} is what has no place, {@code c:30} what has none in a wilaya. */
@Component
class Land {

  static final String NATION = "nation";

  private final Places places;
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> of48 = new HashMap<>();
  private final Map<String, String> of58 = new HashMap<>();

  Land(Places places) {
    this.places = places;
    Map<String, Map<String, List<String>>> tree = new TreeMap<>();
    for (Wilaya wilaya : places.wilayas()) {
      tree.computeIfAbsent(wilaya.in48().value(), code -> new TreeMap<>()).computeIfAbsent(wilaya.in58().value(), code -> new ArrayList<>()).add(wilaya.code().value());
    }
    tree.forEach((code48, in58) -> {
      List<String> nodes = new ArrayList<>();
      in58.forEach((code58, codes) -> {
        String node = codes.size() == 1 ? "69:" + codes.getFirst() : "58:" + code58;
        of58.put(code58, node);
        if (codes.size() > 1) hang(node, codes.stream().map(code -> "69:" + code).toList());
        nodes.add(node);
      });
      String node = nodes.size() == 1 ? nodes.getFirst() : "48:" + code48;
      of48.put(code48, node);
      if (nodes.size() > 1) hang(node, nodes);
    });
    List<String> all = new ArrayList<>(new TreeSet<>(of48.values()));
    all.add("69:");
    hang(NATION, all);
    for (Wilaya wilaya : places.wilayas()) {
      List<String> communes = new ArrayList<>(places.communes(wilaya.code()).stream().map(commune -> "c:" + commune.code().value()).toList());
      communes.add("c:" + wilaya.code().value());
      hang("69:" + wilaya.code().value(), communes);
    }
  }

  private void hang(String parent, List<String> nodes) {
    children.put(parent, nodes);
    nodes.forEach(node -> parents.put(node, parent));
  }

  List<String> children(String node) {
    return children.getOrDefault(node, List.of());
  }

  Optional<String> parent(String node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** The node of a place; nothing for scopes that are no place. */
  Optional<String> node(Scope scope) {
    return switch (scope) {
      case Scope.Nation nation -> Optional.of(NATION);
      case Scope.OfWilaya(var code, var division) -> Optional.ofNullable(switch (division) {
        case W69 -> "69:" + code.value();
        case W58 -> of58.get(code.value());
        case W48 -> of48.get(code.value());
      });
      case Scope.OfCommune(var code) -> Optional.of("c:" + code.value());
      default -> Optional.empty();
    };
  }

  /** A place and all that it lies in, the nation last. */
  List<String> chain(String node) {
    List<String> chain = new ArrayList<>(List.of(node));
    while (parents.containsKey(chain.getLast())) chain.add(parents.getOrDefault(chain.getLast(), NATION));
    return chain;
  }

  Scope scope(String node) {
    if (node.equals(NATION)) return Scope.NATION;
    String code = node.substring(node.indexOf(':') + 1);
    if (node.startsWith("c:")) return new Scope.OfCommune(new CommuneCode(code));
    return new Scope.OfWilaya(new WilayaCode(code), Division.of(node.substring(0, 2)));
  }

  /** The scope whose answer holds the parts of a node: the nation's is divided by wilayas, a wilaya's by communes. */
  Scope divided(String node) {
    return node.startsWith("69:") ? scope(node) : Scope.NATION;
  }

  /** What stands in each child of a node. */
  Map<String, Cell> cells(String node, Answer answer) {
    Map<String, Cell> found = new LinkedHashMap<>();
    children(node).forEach(child -> found.put(child, Cell.NONE));
    for (Answer.Part part : answer.by(Breakdown.PLACE)) {
      String leaf = (node.startsWith("69:") ? "c:" : "69:") + (part.key().isEmpty() && node.startsWith("69:") ? node.substring(3) : part.key());
      for (String at = leaf; at != null; at = parents.get(at)) {
        if (node.equals(parents.get(at))) {
          found.merge(at, Cell.of(part.totals()), Cell::with);
          break;
        }
      }
    }
    return found;
  }

  /** The node of a key of a breakdown by place.
   *  @param scope whose breakdown it is */
  String leaf(Scope scope, String key) {
    if (scope instanceof Scope.OfCommune commune) return "c:" + (key.isEmpty() ? places.commune(commune.code()).map(c -> c.wilaya().value()).orElse("") : key);
    if (!(scope instanceof Scope.OfWilaya wilaya)) return "69:" + key;
    return "c:" + (key.isEmpty() ? wilaya.code().value() : key);
  }
}
