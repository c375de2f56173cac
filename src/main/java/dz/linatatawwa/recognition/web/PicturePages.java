package dz.linatatawwa.recognition.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.BadgeArtwork;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.site.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of badges. The address names version and language, so that what is kept is never wrong. */
@Controller
class PicturePages {

  private final Badges badges;
  private final BadgeArtwork pictures;

  PicturePages(Badges badges, BadgeArtwork pictures) {
    this.badges = badges;
    this.pictures = pictures;
  }

  @GetMapping("/badges/{key:[a-z0-9-]+}.svg")
  ResponseEntity<byte[]> svg(@PathVariable String key, @RequestParam(defaultValue = "0") int v, @RequestParam(defaultValue = "ar") String in) {
    return kept(v, "image/svg+xml", pictures.svg(badge(key, v), language(in)).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/badges/{key:[a-z0-9-]+}.png")
  ResponseEntity<byte[]> png(@PathVariable String key, @RequestParam(defaultValue = "0") int v, @RequestParam(defaultValue = "ar") String in) {
    return kept(v, "image/png", pictures.png(badge(key, v), language(in)));
  }

  private Badge badge(String key, int version) {
    return (version == 0 ? badges.find(key) : badges.find(key, version)).orElseThrow(() -> new NotFound("badge " + key + " " + version));
  }

  private static Language language(String code) {
    return Language.of(code).orElse(Language.AR);
  }

  private static ResponseEntity<byte[]> kept(int version, String type, byte[] picture) {
    CacheControl kept = version == 0 ? CacheControl.maxAge(Duration.ofHours(1)).cachePublic() : CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    return ResponseEntity.ok().cacheControl(kept).contentType(MediaType.parseMediaType(type)).body(picture);
  }
}
