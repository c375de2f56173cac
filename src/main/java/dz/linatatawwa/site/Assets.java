package dz.linatatawwa.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with a fingerprint of their content, so that a browser may keep them for ever. */
@Component
public class Assets {

  private final ResourceUrlProvider resources;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Assets(ResourceUrlProvider resources) {
    this.resources = resources;
  }

  /** @param path as in the source tree: {@code /styles/site.css} */
  public String address(String path) {
    return known.computeIfAbsent(path, p -> {
      String found = resources.getForLookupPath(p);
      return found == null ? p : found;
    });
  }
}
