package dz.linatatawwa.upkeep.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** On an administrator's desk: the way to the state of the platform. */
@Component
class UpkeepOnOwnDesk implements OwnDeskPart {

  @Override
  public int order() {
    return 95;
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return me.administrator() ? List.of(new Link(page.text("upkeep.title"), "/administration/upkeep", false)) : List.of();
  }
}
