package dz.linatatawwa.site;

import dz.linatatawwa.language.Dictionary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What lets a phone keep the platform on its home screen and show a page when the network is gone. */
@Controller
class PhoneApp {

  private static final List<String> SHELL = List.of("/styles/site.css", "/scripts/site.js", "/images/icons.svg", "/images/mark.svg",
      "/fonts/arabic-latin-400.woff2", "/fonts/arabic-latin-700.woff2");

  private final Assets assets;
  private final Dictionary dictionary;
  private final String worker;

  PhoneApp(Assets assets, Dictionary dictionary) throws IOException {
    this.assets = assets;
    this.dictionary = dictionary;
    String addresses = SHELL.stream().map(path -> "\"" + assets.address(path) + "\"").collect(Collectors.joining(","));
    String version = StaticFile.fingerprint(addresses.getBytes(StandardCharsets.UTF_8));
    this.worker = "const SHELL=[" + addresses + "];\nconst VERSION=\"shell-" + version + "\";\n" + script();
  }

  @GetMapping("/service-worker.js")
  ResponseEntity<String> worker() {
    return ResponseEntity.ok().contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8)).cacheControl(CacheControl.noCache()).body(worker);
  }

  @GetMapping("/manifest.webmanifest")
  ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
    var language = Languages.asked(request);
    var words = dictionary.in(language);
    Map<String, Object> manifest = Map.of("name", words.text("site.name"), "short_name", words.text("site.name"),
        "description", words.text("site.description"), "lang", language.locale().toLanguageTag(), "dir", language.direction(),
        "start_url", "/", "display", "standalone", "background_color", "#fbfaf6", "theme_color", "#0d5c4d",
        "icons", List.of(icon("/images/mark.svg", "any", "image/svg+xml"), icon("/images/mark-192.png", "192x192", "image/png"),
            icon("/images/mark-512.png", "512x512", "image/png")));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noCache()).body(manifest);
  }

  private Map<String, Object> icon(String path, String sizes, String type) {
    return Map.of("src", assets.address(path), "sizes", sizes, "type", type, "purpose", "any");
  }

  private static String script() throws IOException {
    try (InputStream in = PhoneApp.class.getResourceAsStream("/worker/service-worker.js")) {
      if (in == null) throw new IllegalStateException("no service worker on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
