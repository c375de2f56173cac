package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the method for an address. The framework holds an address with a number in it against every such pattern there is, some hundreds, each in full: a fifth
 *  of what a check-in took. Here patterns that begin with other letters are passed over before that; what remains is decided by the framework as always. */
@Component
class QuickMapping implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new ByBeginning();
  }

  /** The beginning of a pattern, up to what may vary in it. */
  static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) end++;
    return pattern.substring(0, end);
  }

  private static final class ByBeginning extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<String>> beginnings = new IdentityHashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
      super.handlerMethodsInitialized(handlers);
      handlers.keySet().forEach(info -> {
        PathPatternsRequestCondition paths = info.getPathPatternsCondition();
        if (paths != null) beginnings.put(info, paths.getPatterns().stream().map(PathPattern::getPatternString).map(QuickMapping::beginning).toList());
      });
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
      return super.lookupHandlerMethod(path, path.indexOf('%') < 0 ? new Asked(request, path) : request);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
      return request instanceof Asked asked && !mayMatch(info, asked.path) ? null : super.getMatchingMapping(info, request);
    }

    private boolean mayMatch(RequestMappingInfo info, String path) {
      List<String> known = beginnings.get(info);
      if (known == null) return true;
      for (int i = 0; i < known.size(); i++) if (path.startsWith(known.get(i))) return true;
      return false;
    }
  }

  /** A request that knows what it asks for. Only for the search: it says the method without asking all its wrappers. */
  private static final class Asked extends HttpServletRequestWrapper {

    private final String path;
    private final String method;

    Asked(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
      method = request.getMethod();
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
