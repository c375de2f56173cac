package dz.linatatawwa.partnerships;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Link;
import java.util.List;

/** The desk of a partner as one of its people sees it: what stands above each of its pages ({@code template.partnerships.desk}).
 *  @param role of the person
 *  @param tabs the parts of the desk that this role sees, as message keys and paths */
public record PartnerDesk(Partner partner, PartnerRole role, List<Tab> tabs) {

  public PartnerDesk {
    tabs = List.copyOf(tabs);
  }

  /** A part of the desk.
   *  @param path below {@code /partners/{id}/desk}; empty for the first page */
  public record Tab(String labelKey, String path) {}

  /** The address of the desk, or of a page below it. */
  public String address(String path) {
    return "/partners/" + partner.id() + "/desk" + path;
  }

  /** The tabs, the one that holds this page marked.
   *  @param at the path of the page that is shown */
  public List<Link> links(Words words, String at) {
    return tabs.stream().map(tab -> new Link(words.text(tab.labelKey()), address(tab.path()), isHere(tab, at))).toList();
  }

  /** The partner's name for a reader. */
  public String name(Language language) {
    return partner.name(language);
  }

  private boolean isHere(Tab tab, String at) {
    String address = address(tab.path());
    return at.equals(address) || (!tab.path().isEmpty() && at.startsWith(address + "/"));
  }
}
