package dz.linatatawwa.recovery.web;

import dz.linatatawwa.recovery.Vouching;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Stopping a request by the link that every contact of the account was sent; no sign-in is needed. */
@Controller
@RequestMapping("/recovery/stop/{token}")
class StopPages {

  private final Vouching vouching;

  StopPages(Vouching vouching) {
    this.vouching = vouching;
  }

  @GetMapping
  ModelAndView ask(@PathVariable String token) {
    if (!vouching.waits(token)) throw new NotFound("request to come back");
    return View.of("recovery/stop", "token", token);
  }

  @PostMapping
  ModelAndView stop(@PathVariable String token) {
    if (!vouching.stop(token)) throw new NotFound("request to come back");
    return View.seeOther("/", View.saying("recovery.said.stopped"));
  }
}
