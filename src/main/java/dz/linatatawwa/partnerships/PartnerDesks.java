package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the desk of a partner to its people; for everybody else there is none. */
@Component
public class PartnerDesks {

  private final Partners partners;
  private final ObjectProvider<PartnerDeskSection> sections;

  PartnerDesks(Partners partners, ObjectProvider<PartnerDeskSection> sections) {
    this.partners = partners;
    this.sections = sections;
  }

  /** The desk for somebody who may do what needs this role.
   *  @throws NotFound for everybody else, as if it did not exist */
  public PartnerDesk open(AccountId person, PartnerId id, PartnerRole least) {
    PartnerRole role = partners.role(person, id).filter(own -> own.covers(least)).orElseThrow(() -> new NotFound("desk of partner " + id + " for " + person));
    Partner partner = partners.find(id).orElseThrow(() -> new NotFound("partner " + id));
    List<PartnerDesk.Tab> tabs = new ArrayList<>();
    tabs.add(new PartnerDesk.Tab("partnerships.desk.home", ""));
    seen(partner, role).forEach(section -> tabs.add(new PartnerDesk.Tab(section.labelKey(), section.path())));
    return new PartnerDesk(partner, role, tabs);
  }

  /** What the desk's first page shows. */
  public List<Content> contents(PartnerDesk desk, Page page) {
    return seen(desk.partner(), desk.role()).stream().flatMap(section -> section.section(desk.partner(), desk.role(), page).stream()).toList();
  }

  private List<PartnerDeskSection> seen(Partner partner, PartnerRole role) {
    return sections.stream().filter(section -> role.covers(section.least()) && section.concerns(partner))
        .sorted(Comparator.comparingInt(PartnerDeskSection::order)).toList();
  }
}
