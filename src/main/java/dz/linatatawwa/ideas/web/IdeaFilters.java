package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.IdeaCriteria;
import dz.linatatawwa.ideas.IdeaKind;
import dz.linatatawwa.ideas.IdeaPlaces;
import dz.linatatawwa.ideas.IdeaState;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters of the list: read from the address, where whatever makes no sense is left out, and written as links. */
@Component
class IdeaFilters {

  private final IdeaChoices choices;
  private final Places places;

  IdeaFilters(IdeaChoices choices, Places places) {
    this.choices = choices;
    this.places = places;
  }

  IdeaCriteria read(Map<String, String> asked) {
    String words = Typed.line(asked.get("q"));
    String field = Typed.line(asked.get("field"));
    WilayaCode wilaya = Typed.line(asked.get("wilaya")).isEmpty() ? null : choices.wilaya(Typed.line(asked.get("wilaya"))).orElse(null);
    Point near = near(Typed.line(asked.get("lat")), Typed.line(asked.get("lon")));
    String sort = Typed.line(asked.get("sort"));
    IdeaCriteria.Sort order = near != null && (sort.isEmpty() || sort.equals("near")) ? IdeaCriteria.Sort.NEAR : sort.equals("support") ? IdeaCriteria.Sort.SUPPORT : IdeaCriteria.Sort.NEW;
    return new IdeaCriteria(words.substring(0, Math.min(120, words.length())), IdeaKind.of(Typed.line(asked.get("kind"))).orElse(null),
        IdeaState.of(Typed.line(asked.get("state"))).orElse(null), wilaya, choices.knowsField(field) ? field : null, order, near);
  }

  /** Rounded to about a kilometre: the address may be passed on, and says no more of its sender than the town. */
  private static @Nullable Point near(String lat, String lon) {
    return IdeaPlaces.of(lat, lon).map(point -> new Point(Math.round(point.lat() * 100) / 100.0, Math.round(point.lon() * 100) / 100.0)).orElse(null);
  }

  Map<String, String> wilayas(Language language) {
    return places.wilayas().stream().collect(Collectors.toMap(wilaya -> wilaya.code().value(), wilaya -> wilaya.code() + " " + wilaya.name().in(language)));
  }

  IdeaLinks links(IdeaCriteria criteria, boolean map, Page page) {
    return new IdeaLinks(kinds(criteria, page), sorts(criteria, page), List.of(new Link(page.text("ideas.view.list"), page.with("view", ""), !map),
        new Link(page.text("ideas.view.map"), page.with("view", "map"), map)), chosen(criteria, page), choices.states(page.words()), choices.fields(page.language()));
  }

  private static List<Link> kinds(IdeaCriteria criteria, Page page) {
    List<Link> kinds = new ArrayList<>(List.of(new Link(page.text("ideas.kind.all"), page.with("kind", ""), criteria.kind() == null)));
    for (IdeaKind kind : IdeaKind.values()) kinds.add(new Link(page.text("ideas.kinds." + kind.code()), page.with("kind", kind.code()), criteria.kind() == kind));
    return kinds;
  }

  private static List<Link> sorts(IdeaCriteria criteria, Page page) {
    List<Link> sorts = new ArrayList<>();
    for (IdeaCriteria.Sort sort : IdeaCriteria.Sort.values()) {
      if (sort == IdeaCriteria.Sort.NEAR && criteria.near() == null) continue;
      boolean standard = sort == (criteria.near() == null ? IdeaCriteria.Sort.NEW : IdeaCriteria.Sort.NEAR);
      sorts.add(new Link(page.text("ideas.sort." + sort.code()), page.with("sort", standard ? "" : sort.code()), criteria.sort() == sort));
    }
    return sorts;
  }

  private List<Link> chosen(IdeaCriteria criteria, Page page) {
    List<Link> chosen = new ArrayList<>();
    add(chosen, criteria.words().isEmpty() ? null : criteria.words(), page.with("q", ""));
    add(chosen, criteria.state() == null ? null : page.text("ideas.state." + criteria.state().code()), page.with("state", ""));
    add(chosen, criteria.wilaya() == null ? null : choices.wilayaName(criteria.wilaya(), page.language()), page.with("wilaya", ""));
    add(chosen, criteria.field() == null ? null : choices.fieldName(criteria.field(), page.language()), page.with("field", ""));
    if (criteria.near() != null) add(chosen, page.text("ideas.near.chosen"), page.path() + dz.linatatawwa.site.Query.of(page.query()).without("page").without("lat").without("lon").without("sort"));
    return chosen;
  }

  private static void add(List<Link> chosen, @Nullable String label, String address) {
    if (label != null) chosen.add(new Link(label, address, true));
  }
}
