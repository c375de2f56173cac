package dz.linatatawwa.feeds;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.search.Findables;
import dz.linatatawwa.search.Hit;
import dz.linatatawwa.search.SearchOverAll;
import dz.linatatawwa.site.AtomFeed;
import dz.linatatawwa.site.RssFeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is new of each kind that everybody may see, for readers of feeds: Atom and RSS, whole or of a wilaya, a field, an organisation. */
@Component
public class NewThings {

  private static final int MOST = 50;

  private final Findables findables;
  private final SearchOverAll search;
  private final Places places;

  NewThings(Findables findables, SearchOverAll search, Places places) {
    this.findables = findables;
    this.search = search;
    this.places = places;
  }

  /** How a kind is called in addresses: {@code opportunities}, {@code stories}. */
  public static String plural(String kind) {
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }

  /** All kinds that have a feed. */
  public List<String> kinds() {
    return search.kinds();
  }

  /** The kind that an address calls so. */
  public Optional<String> kind(String plural) {
    return kinds().stream().filter(kind -> plural(kind).equals(plural)).findFirst();
  }

  /** @param form {@code atom} or {@code rss}
   *  @param list the page that shows the same
   *  @param site address of the platform */
  public Made of(String kind, Choice choice, String form, String list, Words words, String site) {
    OrganizationId organization = choice.organizationId();
    WilayaCode wilaya = choice.wilayaCode();
    List<Hit> hits = findables.latest(new Findables.Of(kind, wilaya == null ? null : wilaya.value(), choice.fieldCode(), organization == null ? null : organization.value()), MOST);
    String self = site + "/feeds/" + plural(kind) + "." + form + choice.query();
    String title = choice.title(words.text("search.kind." + kind), words.language()) + " · " + words.text("site.name");
    AtomFeed feed = new AtomFeed(self, title, self, site + list + choice.query(), words.language(), hits.stream().map(hit -> entry(hit, words, site)).toList());
    return Made.of(form.equals("rss") ? RssFeed.of(feed) : feed.written(), hits.stream().map(Hit::changedAt).max(Instant::compareTo).orElse(null));
  }

  private AtomFeed.Entry entry(Hit hit, Words words, String site) {
    Language language = words.language();
    String when = hit.at() == null || hit.kind().equals("operation") ? "" : words.date(hit.at());
    String summary = Stream.of(when, hit.wilaya() == null ? "" : WilayaCode.of(hit.wilaya()).map(code -> places.name(code, language)).orElse(""),
        hit.about() == null ? "" : hit.about().in(language)).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    return new AtomFeed.Entry(site + hit.path(), hit.name().in(language), hit.since(), hit.changedAt(), hit.by() == null ? words.text("site.name") : hit.by().in(language), summary, null);
  }
}
