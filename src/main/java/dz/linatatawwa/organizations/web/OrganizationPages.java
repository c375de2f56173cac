package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.Mergers;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.OrganizationPageSection;
import dz.linatatawwa.organizations.OrganizationSearch;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.organizations.Takeovers;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What everybody may see of organisations: the list and each one's page; and one's own. */
@Controller
class OrganizationPages {

  private final Organizations organizations;
  private final Members members;
  private final Standing standing;
  private final Mergers mergers;
  private final Takeovers takeovers;
  private final Cards cards;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final ObjectProvider<OrganizationPageSection> sections;

  OrganizationPages(Organizations organizations, Members members, Standing standing, Mergers mergers, Takeovers takeovers, Cards cards, Places places, Taxonomy taxonomy,
      PageMaker pages, ObjectProvider<OrganizationPageSection> sections) {
    this.organizations = organizations;
    this.members = members;
    this.standing = standing;
    this.mergers = mergers;
    this.takeovers = takeovers;
    this.cards = cards;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.sections = sections;
  }

  @GetMapping("/organizations")
  ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String wilaya,
      @RequestParam(defaultValue = "") String commune, @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Page made = pages.page(request);
    OrganizationSearch search = search(q, wilaya, commune, field, kind);
    Slice<Organization> found = organizations.search(search, PageNumber.of(page));
    return View.of("organizations/list", "search", search, "slice", found, "typed", Typed.line(q),
        "cards", found.rows().stream().map(organization -> cards.card(organization, made.words())).toList(),
        "fields", fields(made.words()), "kinds", kinds(made.words()));
  }

  @GetMapping("/organizations/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    Optional<OrganizationId> moved = mergers.leadsTo(id);
    if (moved.isPresent()) return moved("/organizations/" + moved.get());
    Organization organization = visible(id, me.map(SignedIn::id));
    List<Content> contents = organization.state() == OrganizationState.SUSPENDED ? List.of() : sections.stream()
        .sorted(Comparator.comparingInt(OrganizationPageSection::order)).flatMap(section -> section.section(organization, page).stream()).toList();
    boolean open = organization.verified();
    boolean member = me.filter(person -> organizations.mayRead(person.id(), organization.id())).isPresent();
    boolean overseer = me.filter(person -> standing.oversees(person.id(), organization)).isPresent();
    return View.of("organizations/show", "card", cards.card(organization, page.words()), "contents", contents, "member", member,
        "overseer", overseer, "former", open ? mergers.into(organization.id()).stream().map(Mergers.Merger::goes).toList() : List.of(), "ownerless", !member && takeovers.open(organization), "phone", organization.profile().reach().shownPhone() instanceof String shown ? shown : "");
  }

  /** The old address of one that was merged; for seven days it may be parted again, so nobody remembers the new one for ever. */
  private static ModelAndView moved(String path) {
    RedirectView view = new RedirectView(path);
    view.setStatusCode(HttpStatus.TEMPORARY_REDIRECT);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }

  @GetMapping("/organizations/mine")
  ModelAndView mine(SignedIn me, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<MineRow> rows = organizations.ofMember(me.id()).stream().filter(membership -> membership.organization().state() != OrganizationState.MERGED)
        .map(membership -> new MineRow(cards.card(membership.organization(), words), membership.role())).toList();
    return View.of("organizations/mine", "rows", rows, "invitations", members.invitationsTo(me.id()).size());
  }

  private Organization visible(long number, Optional<AccountId> person) {
    return Optional.of(number).filter(n -> n > 0).flatMap(n -> organizations.find(new OrganizationId(n)))
        .filter(organization -> Organizations.identityIsSettled(organization)
            || person.filter(one -> organizations.mayRead(one, organization.id())).isPresent())
        .orElseThrow(() -> new NotFound("organisation " + number));
  }

  private OrganizationSearch search(String q, String wilaya, String commune, String field, String kind) {
    String words = Typed.line(q.length() > 200 ? q.substring(0, 200) : q);
    WilayaCode province = WilayaCode.of(wilaya).filter(code -> places.wilaya(code).isPresent()).orElse(null);
    CommuneCode town = province == null ? null : places.communesNamed(Typed.line(commune)).stream()
        .filter(one -> one.wilaya().equals(province)).findFirst().map(one -> one.code()).orElse(null);
    return new OrganizationSearch(words.isEmpty() ? null : words, province, town, taxonomy.field(field).isPresent() ? field : null,
        OrganizationKind.of(kind).orElse(null));
  }

  private List<Option> fields(Words words) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(words.language()))).toList();
  }

  private static List<Option> kinds(Words words) {
    return Arrays.stream(OrganizationKind.values()).map(kind -> Option.of(kind.code(), words.text(kind.key()))).toList();
  }
}
