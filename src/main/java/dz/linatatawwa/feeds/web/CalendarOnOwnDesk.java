package dz.linatatawwa.feeds.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to one's own calendar, on one's desk. */
@Component
class CalendarOnOwnDesk implements OwnDeskPart {

  @Override
  public int order() {
    return 60;
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("feeds.own.title"), "/calendar", false));
  }
}
