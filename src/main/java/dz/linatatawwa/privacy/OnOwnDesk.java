package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On a person's desk: the way to their own data, and to the officer's desk for who has that power. */
@Component
class OnOwnDesk implements OwnDeskPart {

  private final Officers officers;

  OnOwnDesk(Officers officers) {
    this.officers = officers;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    List<Link> links = new ArrayList<>(List.of(new Link(page.text("privacy.data.title"), "/me/data", false)));
    if (me.administrator() || officers.since(me.id()).isPresent()) links.add(new Link(page.text("privacy.desk.title"), "/administration/privacy", false));
    return links;
  }
}
