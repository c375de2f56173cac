package dz.linatatawwa.site;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What lets a phone keep the platform on its home screen and show pages when the network is gone. */
@Controller
class PhoneApp {

  private static final List<String> SHELL = List.of("/styles/site.css", "/scripts/site.js", "/images/icons.svg", "/images/mark.svg",
      "/fonts/arabic-latin-400.woff2", "/fonts/arabic-latin-700.woff2");
  private static final MediaType MANIFEST = new MediaType("application", "manifest+json", StandardCharsets.UTF_8);

  private final Assets assets;
  private final Dictionary dictionary;
  private final String worker;

  PhoneApp(Assets assets, Dictionary dictionary, ObjectProvider<OfflinePart> parts, ObjectProvider<OwnPage> own, JsonMapper json) throws IOException {
    this.assets = assets;
    this.dictionary = dictionary;
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("shell", SHELL.stream().map(assets::address).toList());
    kept.put("languages", Arrays.stream(Language.values()).map(Language::code).toList());
    kept.put("own", own.stream().map(OwnPage::path).sorted().toList());
    kept.put("icon", assets.address("/images/mark-192.png"));
    kept.put("name", dictionary.in(Language.AR).text("site.name"));
    kept.put("parts", parts.orderedStream().map(this::part).toList());
    String told = json.writeValueAsString(kept);
    String script = script();
    String version = StaticFile.fingerprint((told + script).getBytes(StandardCharsets.UTF_8));
    this.worker = "const KEPT=" + told + ";\nconst VERSION=\"shell-" + version + "\";\n" + script;
  }

  @GetMapping("/service-worker.js")
  ResponseEntity<String> worker() {
    return ResponseEntity.ok().contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8)).cacheControl(CacheControl.noCache()).body(worker);
  }

  @GetMapping("/manifest.webmanifest")
  ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
    Language language = Languages.asked(request);
    Words words = dictionary.in(language);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", "/");
    manifest.put("name", words.text("site.app.name"));
    manifest.put("short_name", words.text("site.name"));
    manifest.put("description", words.text("site.description"));
    manifest.put("lang", language.locale().toLanguageTag());
    manifest.put("dir", language.direction());
    manifest.put("start_url", "/");
    manifest.put("scope", "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#fbfaf6");
    manifest.put("theme_color", "#0d5c4d");
    manifest.put("icons", List.of(icon("/images/mark.svg", "any", "image/svg+xml", "any"), icon("/images/mark-192.png", "192x192", "image/png", "any"),
        icon("/images/mark-512.png", "512x512", "image/png", "any"), icon("/images/mark-maskable-512.png", "512x512", "image/png", "maskable")));
    manifest.put("shortcuts", List.of(shortcut(words.text("site.app.code"), "/code"), shortcut(words.text("site.app.day"), "/day")));
    return ResponseEntity.ok().contentType(MANIFEST).cacheControl(CacheControl.noCache()).body(manifest);
  }

  private Map<String, Object> part(OfflinePart part) {
    return Map.of("name", part.name(), "match", part.match(), "page", part.page(), "assets", part.assets().stream().map(assets::address).toList());
  }

  private Map<String, Object> icon(String path, String sizes, String type, String purpose) {
    return Map.of("src", assets.address(path), "sizes", sizes, "type", type, "purpose", purpose);
  }

  private Map<String, Object> shortcut(String name, String path) {
    return Map.of("name", name, "url", path, "icons", List.of(icon("/images/mark-192.png", "192x192", "image/png", "any")));
  }

  private static String script() throws IOException {
    try (InputStream in = PhoneApp.class.getResourceAsStream("/worker/service-worker.js")) {
      if (in == null) throw new IllegalStateException("no service worker on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
