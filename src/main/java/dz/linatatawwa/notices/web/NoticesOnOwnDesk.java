package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On a person's desk: the way to what they want to hear how; to the desk of letters for administrators. */
@Component
class NoticesOnOwnDesk implements OwnDeskPart {

  @Override
  public int order() {
    return 70;
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    List<Link> links = new ArrayList<>(List.of(new Link(page.text("notices.preferences.title"), "/preferences", false)));
    if (me.administrator()) links.add(new Link(page.text("notices.desk.title"), "/administration/notices", false));
    return links;
  }
}
