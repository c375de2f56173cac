package dz.linatatawwa.organizations;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.language.Words;
import java.util.List;

/** The desk of an organisation as one of its members sees it: what stands above each of its pages ({@code template.organizations.desk}).
 *  @param role of the member
 *  @param tabs the parts of the desk, as message keys and paths */
public record Desk(Organization organization, Role role, List<Tab> tabs) {

  public Desk {
    tabs = List.copyOf(tabs);
  }

  /** A part of the desk.
   *  @param path below {@code /organizations/{id}/desk}; empty for the first page */
  public record Tab(String labelKey, String path) {}

  /** The address of the desk, or of a page below it. */
  public String address(String path) {
    return "/organizations/" + organization.id() + "/desk" + path;
  }

  /** The tabs, the one that holds this page marked.
   *  @param at the path of the page that is shown */
  public List<Link> links(Words words, String at) {
    return tabs.stream().map(tab -> new Link(words.text(tab.labelKey()), address(tab.path()), isHere(tab, at))).toList();
  }

  /** Its name for a reader. */
  public String name(Language language) {
    return organization.name(language);
  }

  private boolean isHere(Tab tab, String at) {
    String address = address(tab.path());
    return at.equals(address) || (!tab.path().isEmpty() && at.startsWith(address + "/"));
  }
}
