package dz.linatatawwa.demo;

import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox as a page, with the contacts to sign in with, and as JSON for whoever asks with {@code ?to=} and does not ask for a page. */
@Controller
@ConditionalOnProperty("linatatawwa.demo")
class OutboxPages {

  private final Outbox outbox;

  OutboxPages(Outbox outbox) {
    this.outbox = outbox;
  }

  @GetMapping("/demo/outbox")
  Object show(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "1") String page,
      @RequestHeader(name = "Accept", defaultValue = "*/*") String accept) {
    boolean wantsPage = accept.contains("text/html");
    if (accept.contains("application/json") && !wantsPage || !to.isBlank() && !wantsPage) return json(to);
    Slice<Message> messages = outbox.page(to, number(page));
    return View.of("demo/outbox", "messages", messages, "to", to, "logins", logins());
  }

  @GetMapping("/demo/outbox.json")
  ResponseEntity<Object> json(@RequestParam(defaultValue = "") String to) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(outbox.newest(to));
  }

  /** Role (the last part of a message key) to contact, in the order in which a tour goes. */
  private static Map<String, String> logins() {
    Map<String, String> logins = new LinkedHashMap<>();
    Staff.LOGINS.forEach(login -> logins.put(login.role(), login.contact()));
    return logins;
  }

  private static int number(String typed) {
    return typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : 1;
  }
}
