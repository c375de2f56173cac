package dz.linatatawwa.ideas.web;

import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import java.util.List;

/** The filters of the list as links, each with this address and one thing changed.
 *  @param kinds  all, then one kind each
 *  @param chosen what narrows the list, each with the address that takes it off */
public record IdeaLinks(List<Link> kinds, List<Link> sorts, List<Link> views, List<Link> chosen, List<Option> states, List<Option> fields) {

  public IdeaLinks {
    kinds = List.copyOf(kinds);
    sorts = List.copyOf(sorts);
    views = List.copyOf(views);
    chosen = List.copyOf(chosen);
  }
}
