package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.AgeRules;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.ApplyForm;
import dz.linatatawwa.participation.Requirements;
import dz.linatatawwa.participation.SeatPart;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.volunteers.Volunteers;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the pages of applying show. */
@Component
class ApplyView {

  private static final int SHIFTS_SHOWN = 12;

  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final Requirements requirements;
  private final AgeRules ages;
  private final Volunteers volunteers;
  private final ObjectProvider<SeatPart> parts;
  private final PageMaker pages;
  private final Clock clock;

  ApplyView(Opportunities opportunities, Organizations organizations, Places places, Requirements requirements, AgeRules ages,
      Volunteers volunteers, ObjectProvider<SeatPart> parts, PageMaker pages, Clock clock) {
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.requirements = requirements;
    this.ages = ages;
    this.volunteers = volunteers;
    this.parts = parts;
    this.pages = pages;
    this.clock = clock;
  }

  Opportunity open(long id) {
    if (id < 1) throw new NotFound("opportunity " + id);
    return opportunities.find(new OpportunityId(id)).filter(Opportunity::published).orElseThrow(() -> new NotFound("opportunity " + id));
  }

  boolean belongs(Opportunity opportunity, ShiftId shift) {
    return opportunities.shift(shift).filter(s -> s.opportunity().equals(opportunity.id())).isPresent();
  }

  Object[] form(Opportunity opportunity, ApplyForm form, Optional<SignedIn> me, Problems problems, Application.@Nullable Clash clash,
      HttpServletRequest request) {
    Words words = pages.page(request).words();
    Instant now = clock.instant();
    List<Shift> coming = opportunities.shifts(opportunity.id()).stream().filter(s -> s.open() && s.startsAt().isAfter(now)).toList();
    Optional<Shift> chosen = form.shiftId().flatMap(id -> coming.stream().filter(s -> s.id().equals(id)).findFirst())
        .or(() -> coming.stream().filter(s -> !s.full()).findFirst()).or(() -> coming.stream().findFirst());
    List<Shift> shown = Stream.concat(chosen.stream().filter(s -> coming.indexOf(s) >= SHIFTS_SHOWN), coming.stream().limit(SHIFTS_SHOWN)).toList();
    String organization = organizations.find(opportunity.organization()).map(o -> o.name(words.language())).orElse("");
    return new Object[] {"opportunity", opportunity, "form", form, "organization", organization, "place", place(opportunity, words),
        "shifts", shown.stream().map(s -> option(s, words)).toList(), "shift", chosen.map(s -> s.id().toString()).orElse(""),
        "roles", chosen.map(s -> roles(s, words)).orElse(List.of()), "signedIn", me.isPresent(), "clash", clash,
        "lack", me.flatMap(who -> requirements.lack(opportunity.id(), who.id())).orElse(null), "accompanied", accompanied(opportunity, me),
        "problems", problems, "parts", me.isEmpty() || chosen.isEmpty() ? List.of() : before(opportunity, chosen.get().id(), pages.page(request))};
  }

  private List<Content> before(Opportunity opportunity, ShiftId shift, Page page) {
    return parts.stream().flatMap(part -> part.beforeApplying(opportunity, shift, page).stream()).toList();
  }

  /** What rooms above say on the page after applying. */
  List<Content> after(SignedIn me, ShiftFacts facts, Application standing, HttpServletRequest request) {
    ApplicationId id = standing.application();
    Page page = pages.page(request);
    return id == null ? List.of() : parts.stream().flatMap(part -> part.afterApplying(me.id(), facts, id, page, request).stream()).toList();
  }

  /** Below which age somebody of age must come along, where this person is young enough for it to matter; 0: it does not. */
  private int accompanied(Opportunity opportunity, Optional<SignedIn> me) {
    Integer under = ages.of(opportunity.id()).accompaniedUnder();
    if (under == null) return 0;
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    return me.flatMap(who -> volunteers.find(who.id())).filter(person -> person.ageOn(today) < under).isPresent() ? under : 0;
  }

  String place(ShiftFacts facts, HttpServletRequest request) {
    Words words = pages.page(request).words();
    if (facts.remote()) return words.text("participation.remote");
    return where(facts.address(), facts.communeCode() == null ? null : new CommuneCode(facts.communeCode()),
        facts.wilayaCode() == null ? null : new WilayaCode(facts.wilayaCode()), words);
  }

  /** The whole address of a path of ours, to be shared. */
  String link(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }

  private String place(Opportunity opportunity, Words words) {
    return opportunity.remote() ? words.text("participation.remote")
        : where(opportunity.address(), opportunity.commune(), opportunity.wilaya(), words);
  }

  private String where(String address, @Nullable CommuneCode commune, @Nullable WilayaCode wilaya, Words words) {
    return Stream.of(address, commune == null ? "" : places.name(commune, words.language()), wilaya == null ? "" : places.name(wilaya, words.language()))
        .filter(part -> !part.isBlank()).distinct().collect(Collectors.joining(words.text("participation.comma")));
  }

  private static Option option(Shift shift, Words words) {
    String label = words.longDate(shift.startsAt()) + words.text("participation.comma") + words.times(shift.startsAt(), shift.endsAt());
    return Option.of(shift.id().toString(), label,
        shift.full() ? words.text("participation.shift.full") : words.text("participation.shift.left", shift.left()));
  }

  private static List<Option> roles(Shift shift, Words words) {
    return shift.roles().stream().map(role -> Option.of(role.id().toString(), role.left() == 0
        ? words.text("participation.role.full", role.name()) : role.name())).toList();
  }
}
