package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.api.KeyOwner;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.PageMaker;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Keys of a partner, on its desk: its owners make and revoke them. */
@Controller
@RequestMapping("/partners/{id:[1-9][0-9]{0,17}}/desk/keys")
class PartnerKeyPages extends KeyPages {

  private final PartnerDesks desks;

  PartnerKeyPages(PartnerDesks desks, KeyDesk keys, PageMaker pages) {
    super("api/partner-keys", keys, pages);
    this.desks = desks;
  }

  @Override
  Opened open(SignedIn me, long id) {
    PartnerId partner = new PartnerId(id);
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.OWNER);
    return new Opened(desk, desk.address("/keys"), new KeyOwner.OfPartner(partner));
  }
}
