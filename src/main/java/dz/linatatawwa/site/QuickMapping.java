package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the method for an address. The framework holds an address with a number in it against every pattern there is, some hundreds: a sixth of what a check-in
 *  took even where those that begin with other letters were passed over one by one. Here only those are looked at that begin with the same one or two words;
 *  where not exactly one of them fits, the framework decides among all as always. */
@Component
class QuickMapping implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new ByBeginning();
  }

  /** The first words of a pattern, at most two, up to what may vary in it: {@code /api/shifts} of {@code /api/shifts/{sid}/roster}. Empty for none. */
  static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) end++;
    String fixed = end == pattern.length() ? pattern : pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', end)));
    return words(fixed, 2);
  }

  /** Under which beginnings the patterns of a path may stand. */
  static List<String> beginnings(String path) {
    String two = words(path, 2);
    String one = words(path, 1);
    return two.equals(one) ? List.of(one, "") : List.of(two, one, "");
  }

  /** The first so many words of a path, or the whole path. */
  private static String words(String path, int most) {
    int end = 0;
    for (int i = 0; i < most && end >= 0; i++) end = path.indexOf('/', end + 1);
    return end < 0 ? path : path.substring(0, end);
  }

  private static final class ByBeginning extends RequestMappingHandlerMapping {

    private final Map<String, List<RequestMappingInfo>> byBeginning = new HashMap<>();
    private Map<RequestMappingInfo, HandlerMethod> methods = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
      super.handlerMethodsInitialized(handlers);
      methods = handlers;
      handlers.keySet().forEach(info -> beginnings(info).forEach(beginning -> byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(info)));
    }

    private static Set<String> beginnings(RequestMappingInfo info) {
      PathPatternsRequestCondition paths = info.getPathPatternsCondition();
      if (paths == null) return Set.of("");
      return paths.getPatterns().stream().map(PathPattern::getPatternString).map(QuickMapping::beginning).collect(Collectors.toSet());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
      Asked asked = new Asked(request);
      Match found = path.indexOf('%') < 0 ? only(path, asked) : null;
      HandlerMethod method = found == null ? null : methods.get(found.whole);
      if (found == null || method == null) return super.lookupHandlerMethod(path, asked);
      request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, method);
      handleMatch(found.narrowed, path, request);
      return method;
    }

    /** @param whole    as it was registered
     *  @param narrowed to what fits this request */
    private record Match(RequestMappingInfo whole, RequestMappingInfo narrowed) {}

    /** Null where none fits or several do. */
    private @Nullable Match only(String path, HttpServletRequest request) {
      Match found = null;
      for (String beginning : QuickMapping.beginnings(path)) {
        for (RequestMappingInfo info : byBeginning.getOrDefault(beginning, List.of())) {
          RequestMappingInfo narrowed = getMatchingMapping(info, request);
          if (narrowed == null) continue;
          if (found != null) return null;
          found = new Match(info, narrowed);
        }
      }
      return found;
    }
  }

  /** Only for the search: it says the method without asking all the request's wrappers for each pattern. */
  private static final class Asked extends HttpServletRequestWrapper {

    private final String method;

    Asked(HttpServletRequest request) {
      super(request);
      method = request.getMethod();
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
