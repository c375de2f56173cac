package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the desk of an organisation to its members; for everybody else there is none. */
@Component
public class Desks {

  private final Organizations organizations;
  private final ObjectProvider<DeskSection> sections;

  Desks(Organizations organizations, ObjectProvider<DeskSection> sections) {
    this.organizations = organizations;
    this.sections = sections;
  }

  /** The desk for any member.
   *  @throws NotFound for everybody else, and while its file is merged into another one's */
  public Desk open(AccountId person, OrganizationId id) {
    Organization organization = organizations.readBy(person, id);
    if (organization.state() == OrganizationState.MERGED) throw new NotFound("organisation " + id + " was merged");
    Role role = organizations.role(person, id).orElseThrow(() -> new NotFound("organisation " + id));
    List<Desk.Tab> tabs = new ArrayList<>();
    tabs.add(new Desk.Tab("organizations.desk.home", ""));
    ordered().stream().filter(section -> section.openTo(role)).forEach(section -> tabs.add(new Desk.Tab(section.labelKey(), section.path())));
    return new Desk(organization, role, tabs);
  }

  /** The desk for somebody who runs opportunities: an owner or a coordinator.
   *  @throws NotFound for everybody else */
  public Desk openToRun(AccountId person, OrganizationId id) {
    Desk desk = open(person, id);
    if (!desk.role().runs()) throw new NotFound("desk of " + id + " is not run by " + person);
    return desk;
  }

  /** What the desk's first page shows. */
  public List<Content> contents(Desk desk, Page page) {
    return ordered().stream().flatMap(section -> section.section(desk.organization(), desk.role(), page).stream()).toList();
  }

  private List<DeskSection> ordered() {
    return sections.stream().sorted(Comparator.comparingInt(DeskSection::order)).toList();
  }
}
