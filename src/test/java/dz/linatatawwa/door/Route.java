package dz.linatatawwa.door;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** A door: a method, an address whose varying parts are named {@code {so}}, and what answers.
 *  @param pattern as Spring has it, with the shapes of the varying parts */
record Route(String method, String address, String pattern, HandlerMethod handler) {

  String name() {
    return method + " " + address;
  }

  /** Every route that Spring's mappings of methods know, those of other libraries too; by address. */
  static List<Route> all(ApplicationContext rooms) {
    Set<Route> routes = new TreeSet<>(Comparator.comparing(Route::address).thenComparing(Route::method).thenComparing(Route::pattern));
    for (HandlerMapping mapping : rooms.getBeansOfType(HandlerMapping.class).values()) {
      if (!(mapping instanceof RequestMappingInfoHandlerMapping methods)) continue;
      methods.getHandlerMethods().forEach((info, handler) -> of(info, handler).forEach(routes::add));
    }
    return List.copyOf(routes);
  }

  private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
    Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toCollection(HashSet::new));
    if (methods.isEmpty()) methods.add("ANY");
    Set<PathPattern> patterns = info.getPathPatternsCondition() == null ? Set.of() : info.getPathPatternsCondition().getPatterns();
    return patterns.stream().flatMap(pattern -> methods.stream().map(method -> new Route(method, plain(pattern.getPatternString()), pattern.getPatternString(), handler)));
  }

  /** Without the shapes of the varying parts: {@code /a/{id:[1-9]{1,3}}} becomes {@code /a/{id}}. */
  static String plain(String pattern) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean shape = false;
    for (char c : pattern.toCharArray()) {
      if (c == '{') depth++;
      if (c == '}') depth--;
      if (depth == 0) shape = false;
      if (depth == 1 && c == ':') shape = true;
      if (!shape) plain.append(c);
    }
    return plain.toString();
  }
}
