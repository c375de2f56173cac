package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** The links and choices round the list: each is this same address with one thing changed.
 *  @param quick  filters that most people want, by one tap
 *  @param chosen every other filter that is on; its link takes it off
 *  @param sorts  orders
 *  @param views  list and map
 *  @param fields choices of the form
 *  @param activities of the chosen field
 *  @param audiences choices of the form */
public record FilterLinks(List<Link> quick, List<Link> chosen, List<Link> sorts, List<Link> views, List<Option> fields, List<Option> activities,
    List<Option> audiences) {

  /** @param organizations to name the one that is filtered by */
  public static FilterLinks of(Filter filter, Page page, Places places, Taxonomy taxonomy, Organizations organizations) {
    List<Option> fields = taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
    List<Option> activities = taxonomy.activities(filter.field()).stream()
        .map(activity -> Option.of(activity.code(), activity.name().in(page.language()))).toList();
    List<Option> audiences = Audiences.ALL.stream().map(code -> Option.of(code, page.text("opportunities.audience." + code))).toList();
    return new FilterLinks(quick(filter, page), new Chosen(filter, page).links(places, taxonomy, organizations), sorts(filter, page),
        views(filter, page), fields, activities, audiences);
  }

  private static List<Link> quick(Filter filter, Page page) {
    List<Link> links = new ArrayList<>();
    for (String when : List.of("today", "weekend", "week")) {
      boolean on = filter.when().equals(when);
      links.add(new Link(page.text("opportunities.when." + when), page.with("when", on ? "" : when), on));
    }
    links.add(new Link(page.text("opportunities.left"), page.with("left", filter.left() ? "" : "true"), filter.left()));
    links.add(new Link(page.text("opportunities.remote"), page.with("remote", filter.remote() ? "" : "true"), filter.remote()));
    return links;
  }

  private static List<Link> sorts(Filter filter, Page page) {
    boolean measured = filter.near() != null || filter.commune() != null;
    boolean distance = filter.sort().equals("distance") && measured;
    List<Link> links = new ArrayList<>();
    links.add(new Link(page.text("opportunities.sort.need"), page.with("sort", ""), !filter.sort().equals("date") && !distance));
    links.add(new Link(page.text("opportunities.sort.date"), page.with("sort", "date"), filter.sort().equals("date")));
    if (measured) links.add(new Link(page.text("opportunities.sort.distance"), page.with("sort", "distance"), distance));
    return links;
  }

  private static List<Link> views(Filter filter, Page page) {
    return List.of(new Link(page.text("opportunities.view.list"), page.with("view", ""), !filter.map()),
        new Link(page.text("opportunities.view.map"), page.with("view", "map"), filter.map()));
  }

  /** The filters that are on, each with the address without it. */
  private static final class Chosen {

    private final Filter filter;
    private final Page page;
    private final List<Link> links = new ArrayList<>();

    Chosen(Filter filter, Page page) {
      this.filter = filter;
      this.page = page;
    }

    List<Link> links(Places places, Taxonomy taxonomy, Organizations organizations) {
      if (!filter.words().isEmpty()) add(filter.words(), "q");
      where(places);
      if (!filter.activity().isEmpty()) add(taxonomy.activity(filter.activity()).orElseThrow().name().in(page.language()), "activity");
      else if (!filter.field().isEmpty()) add(taxonomy.name(filter.field(), page.language()), "field");
      if (filter.when().equals("month")) add(page.text("opportunities.when.month"), "when");
      if (filter.when().isEmpty() && filter.from() != null) add(page.text("opportunities.from", page.words().date(filter.from())), "from");
      if (filter.when().isEmpty() && filter.to() != null) add(page.text("opportunities.to", page.words().date(filter.to())), "to");
      if (!filter.audience().isEmpty()) add(page.text("opportunities.audience." + filter.audience()), "audience");
      if (filter.age() != null) add(page.text("opportunities.age", filter.age()), "age");
      if (filter.organization() != null) {
        organizations.verified(filter.organization()).ifPresent(found -> add(found.name(page.language()), "organization"));
      }
      if (filter.campaign() != null) add(page.text("opportunities.ofCampaign"), "campaign");
      return links;
    }

    private void where(Places places) {
      if (filter.near() != null) links.add(new Link(page.text("opportunities.near"), without("lat", "lon", "sort"), true));
      boolean around = filter.sort().equals("distance") && filter.near() == null;
      if (filter.commune() != null) {
        String name = filter.commune().name().in(page.language());
        links.add(new Link(around ? page.text("opportunities.around", name) : name, around ? without("commune", "wilaya") : without("commune"), true));
      }
      if (filter.wilaya() != null && !(around && filter.commune() != null)) {
        links.add(new Link(places.name(filter.wilaya(), page.language()), without("wilaya", "commune"), true));
      }
    }

    private void add(String label, String name) {
      links.add(new Link(label, without(name, name.equals("field") ? "activity" : name), true));
    }

    private String without(String... names) {
      Query query = Query.of(page.query()).without("page");
      for (String name : names) query = query.without(name);
      return page.path() + query;
    }
  }
}
