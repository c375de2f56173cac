package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.OtherWayIn;
import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers open institutions on the page of sign-in, and to who is signed in the page of their own links; nothing where there are none. */
@Component
class WayInByInstitution implements OtherWayIn, OwnDeskPart {

  private final EntranceTable table;

  WayInByInstitution(EntranceTable table) {
    this.table = table;
  }

  @Override
  public List<Link> ways(Language language, String to) {
    String back = to.isEmpty() ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    return table.open().stream().map(entrance -> new Link(entrance.name().in(language), "/sign-in/with/" + entrance.id() + back, false)).toList();
  }

  @Override
  public int order() {
    return 95;
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return table.open().isEmpty() ? List.of() : List.of(new Link(page.text("entrances.own.title"), "/entrances", false));
  }
}
