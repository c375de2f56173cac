package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.About;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.messages.Hindrance;
import dz.linatatawwa.messages.ReportedMessages;
import dz.linatatawwa.messages.ReportedMessages.Spot;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Writing;
import dz.linatatawwa.messages.Written;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking those who organise something; and the address of one message, which leads each side into its conversation and a supervisor to what was reported. */
@Controller
@RequestMapping("/messages")
class AskingPages {

  private final Conversations conversations;
  private final Writing writing;
  private final ReportedMessages reported;
  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Volunteers volunteers;
  private final AccessLog log;
  private final PageMaker pages;

  AskingPages(Conversations conversations, Writing writing, ReportedMessages reported, Opportunities opportunities, Organizations organizations, Volunteers volunteers, AccessLog log,
      PageMaker pages) {
    this.conversations = conversations;
    this.writing = writing;
    this.reported = reported;
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.volunteers = volunteers;
    this.log = log;
    this.pages = pages;
  }

  /** About what somebody asks. */
  private record Subject(About about, Organization organization, String title) {}

  @GetMapping("/new")
  ModelAndView form(SignedIn me, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String organization) {
    Subject subject = subject(opportunity, organization);
    Optional<Conversation> begun = conversations.about(subject.about, me.id(), Side.VOLUNTEER);
    return begun.isPresent() ? View.seeOther(begun.get().id().path()) : page(me, subject, "", UUID.randomUUID().toString(), Problems.none());
  }

  @PostMapping
  ModelAndView begin(SignedIn me, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String organization,
      @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
    Subject subject = subject(opportunity, organization);
    if (volunteers.find(me.id()).isEmpty()) return page(me, subject, words, key, Problems.none().add("words", "messages.problem.join"));
    Written written = writing.begin(me.id(), subject.about, words, key);
    if (written instanceof Written.Sent sent) return View.seeOther(sent.conversation().path(), View.saying("messages.said.sent"));
    return Asking.answered(written, page(me, subject, words, key, Asking.problems(written, Side.VOLUNTEER, pages.page(request).words())), response);
  }

  /** What everybody sees: a draft or a body that nobody has verified is not asked about. */
  private Subject subject(String typedOpportunity, String typedOrganization) {
    Long opportunity = Asking.number(typedOpportunity);
    if (opportunity != null) {
      Opportunity offer = opportunities.find(new OpportunityId(opportunity)).filter(one -> one.state().shown()).orElseThrow(() -> new NotFound("opportunity " + opportunity));
      Organization organization = organizations.find(offer.organization()).orElseThrow();
      return new Subject(new About(offer.organization(), offer.id()), organization, offer.title());
    }
    Long number = Asking.number(typedOrganization);
    if (number == null) throw new NotFound("nothing to ask about");
    Organization organization = organizations.verified(new OrganizationId(number)).orElseThrow(() -> new NotFound("organisation " + number));
    return new Subject(new About(organization.id(), null), organization, "");
  }

  private ModelAndView page(SignedIn me, Subject subject, String words, String key, Problems problems) {
    boolean joined = volunteers.find(me.id()).isPresent();
    Optional<Hindrance> hindrance = joined ? writing.hindrance(subject.about, me.id(), Side.VOLUNTEER) : Optional.empty();
    Object[] parameters = {"about", subject.about, "organization", subject.organization, "title", subject.title, "joined", joined,
        "hindrance", hindrance.map(why -> Asking.hindrance(Side.VOLUNTEER, why)).orElse(""),
        "blocked", conversations.blockedBy(subject.about.organization(), me.id()).map(why -> "messages.block." + why.code()).orElse(""),
        "young", volunteers.find(me.id()).filter(volunteers::isMinor).isPresent(), "words", words, "key", key, "problems", problems};
    return problems.any() ? View.unprocessable("messages/new", parameters) : View.of("messages/new", parameters);
  }

  /** Where one message is read. */
  @GetMapping("/at/{message:[0-9a-f-]{36}}")
  ModelAndView at(SignedIn me, @PathVariable String message) {
    return switch (reported.find(me.id(), message)) {
      case Spot.Own(var conversation, long number) -> View.seeOther(conversation.path() + "?before=" + (number + 1) + "#m-" + number);
      case Spot.Desk(var organization, var conversation, long number) ->
          View.seeOther("/organizations/" + organization + "/desk/messages/" + conversation + "?before=" + (number + 1) + "#m-" + number);
      case Spot.Office office -> {
        log.pass(me.id(), office.volunteer(), "message", Long.toString(office.message()));
        yield View.of("messages/reported", "spot", office, "organization", organizations.find(office.organization()).orElseThrow());
      }
    };
  }
}
