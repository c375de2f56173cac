package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.OwnProof;
import dz.linatatawwa.notices.Topic;
import dz.linatatawwa.notices.Unsubscribing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** No more letters about one topic, by the link in a letter, without signing in. Opening the link asks; only a button, or the one click of a mail program
 *  (RFC 8058), does it: programs that look through mail open every link. */
@Controller
class UnsubscribePages {

  private static final String AT = "/unsubscribe/{what:[a-z]{1,20}}/{token:[A-Za-z0-9_-]{17,27}}";

  private final Unsubscribing unsubscribing;

  UnsubscribePages(Unsubscribing unsubscribing) {
    this.unsubscribing = unsubscribing;
  }

  /** The mail program that sends the one click has no form of ours: the signed link is its proof. */
  @Configuration
  static class Proof {
    @Bean
    OwnProof oneClick() {
      return new OwnProof("/unsubscribe/*/*");
    }
  }

  @GetMapping(AT)
  ModelAndView ask(@PathVariable String what, @PathVariable String token) {
    return page(what, token);
  }

  @PostMapping(AT)
  ModelAndView stop(@PathVariable String what, @PathVariable String token) {
    unsubscribing.stop(link(what, token));
    return page(what, token);
  }

  @PostMapping(AT + "/return")
  ModelAndView again(@PathVariable String what, @PathVariable String token) {
    unsubscribing.again(link(what, token));
    return page(what, token);
  }

  private ModelAndView page(String what, String token) {
    Unsubscribing.Link link = link(what, token);
    Topic topic = link.topic();
    return View.of("notices/unsubscribe", "topic", topic == null ? "" : topic.code(), "wanted", unsubscribing.wanted(link), "at", "/unsubscribe/" + what + "/" + token);
  }

  private Unsubscribing.Link link(String what, String token) {
    return unsubscribing.read(what, token).orElseThrow(() -> new NotFound("no link of ours"));
  }
}
