package dz.linatatawwa.messages.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.messages.Gap;
import dz.linatatawwa.messages.Reach;
import dz.linatatawwa.messages.Reaches;
import dz.linatatawwa.messages.Template;
import dz.linatatawwa.messages.Templates;
import dz.linatatawwa.messages.Told;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a circular is written: whose people it may be for, templates to begin with, what is wrong with it. */
@Component
class CircularForms {

  private final Reaches reaches;
  private final Templates templates;

  CircularForms(Reaches reaches, Templates templates) {
    this.reaches = reaches;
    this.templates = templates;
  }

  ModelAndView page(Desk desk, CircularForm form, Problems problems, Page page) {
    Object[] parameters = {"desk", desk, "form", form, "options", options(desk, form, page), "begin", begin(desk, form, page), "gaps", gaps(page.words()), "problems", problems};
    return problems.any() ? View.unprocessable("messages/circularnew", parameters) : View.of("messages/circularnew", parameters);
  }

  /** All that there is to choose; what an address names is among them, however many there are. */
  private List<Option> options(Desk desk, CircularForm form, Page page) {
    List<Reaches.Choice> all = reaches.of(desk.organization().id());
    Optional<Reaches.Choice> asked = Reach.read(form.reach()).filter(reach -> all.stream().noneMatch(one -> one.reach().equals(reach)))
        .flatMap(reach -> reaches.choice(desk.organization(), reach));
    return Stream.concat(asked.stream(), all.stream()).map(one -> new Option(one.reach().code(), name(one, page), "", page.text("messages.reach." + kind(one.reach())))).toList();
  }

  private static String kind(Reach reach) {
    return reach.code().substring(0, reach.code().indexOf('-'));
  }

  private static String name(Reaches.Choice one, Page page) {
    Instant starts = one.startsAt();
    Words words = page.words();
    return starts == null ? one.name() : page.text("messages.reach.at", one.name(), words.date(starts), words.time(starts));
  }

  /** What one of them is called. */
  String name(Desk desk, Reach reach, Page page) {
    return reaches.choice(desk.organization(), reach).map(one -> page.text("messages.reach.of", page.text("messages.reach." + kind(reach)), name(one, page)))
        .orElseThrow(() -> new NotFound(reach + " is not of " + desk.organization().id()));
  }

  /** Links that fill the form with a template, for the same people. */
  private List<Link> begin(Desk desk, CircularForm form, Page page) {
    String to = Reach.read(form.reach()).map(reach -> "&reach=" + reach.code()).orElse("");
    List<Template> all = new ArrayList<>(templates.own(desk.organization().id()));
    all.addAll(templates.given(page.language()));
    return all.stream().map(one -> new Link(one.label(), desk.address("/messages/circulars/new?template=" + one.code() + to), false)).toList();
  }

  static String gaps(Words words) {
    return Arrays.stream(Gap.values()).map(gap -> gap.written(words)).collect(Collectors.joining(" "));
  }

  /** Why it cannot go, beside the field that it is about. */
  Problems refused(Told told, Problems problems, Page page) {
    return switch (told) {
      case Told.Ready ready -> problems;
      case Told.TooFew few -> problems.add("reach", few.people() == 0 ? "messages.problem.nobody" : "messages.problem.one");
      case Told.Gaps gaps -> problems.add("bodyAr", "messages.problem.gaps", String.join(" ", gaps.open()));
      case Told.NotUrgent not -> problems.add("urgent", "messages.problem.urgent");
      case Told.TooLong(int most) -> problems.add("bodyAr", "site.problem.tooLong", most);
      case Told.NotVerified not -> problems.add("reach", "messages.hindrance.organization.not-verified");
      case Told.TooOften often -> problems.add("reach", "messages.problem.circulars", page.words().hoursInWords(Asking.minutes(often.pause())));
    };
  }
}
