package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Digests;
import dz.linatatawwa.supervision.Rhythm;
import dz.linatatawwa.supervision.Territories;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a supervisor wants to be sent about their work. */
@Controller
class DigestPages {

  private final Digests digests;
  private final Territories territories;

  DigestPages(Digests digests, Territories territories) {
    this.digests = digests;
    this.territories = territories;
  }

  @GetMapping("/supervision/digests")
  ModelAndView choices(SignedIn me) {
    pass(me);
    return View.of("supervision/digests", "choices", digests.choices(me.id()));
  }

  @PostMapping("/supervision/digests")
  ModelAndView choose(SignedIn me, @RequestParam(defaultValue = "") List<String> rhythm) {
    pass(me);
    Map<Rhythm, Boolean> wanted = new EnumMap<>(Rhythm.class);
    for (Rhythm one : Rhythm.values()) wanted.put(one, rhythm.contains(one.code()));
    digests.choose(me.id(), wanted);
    return View.seeOther("/supervision/digests", View.saying("supervision.digest.saved"));
  }

  private void pass(SignedIn me) {
    if (!me.administrator() && territories.of(me.id()).none()) throw new NotFound("digests are not for " + me.id());
  }
}
