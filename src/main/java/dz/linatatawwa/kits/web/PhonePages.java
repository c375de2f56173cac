package dz.linatatawwa.kits.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.kits.KitId;
import dz.linatatawwa.kits.Kits;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A leader's phones: which of them hold a shift, and withdrawing one that was lost. */
@Controller
class PhonePages {

  private final Kits kits;

  PhonePages(Kits kits) {
    this.kits = kits;
  }

  @GetMapping("/kits")
  ModelAndView list(SignedIn me) {
    return View.of("kits/phones", "kits", kits.of(me.id()));
  }

  @PostMapping("/kits/{kit}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long kit) {
    if (kit < 1) throw new NotFound("kit " + kit);
    kits.withdraw(me.id(), new KitId(kit));
    return View.seeOther("/kits", View.saying("kits.phones.isWithdrawn"));
  }
}
