package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.About;
import dz.linatatawwa.messages.Recipients;
import dz.linatatawwa.messages.Recipients.Recipient;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Stretch;
import dz.linatatawwa.messages.Writing;
import dz.linatatawwa.messages.Written;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation writes first: to one of those who applied to an opportunity, chosen from their list. */
@Controller
@RequestMapping(MessagesDesk.DESK)
class ApproachDesk {

  private final Recipients recipients;
  private final Writing writing;
  private final Opportunities opportunities;
  private final Desks desks;
  private final AccessLog log;
  private final PageMaker pages;

  ApproachDesk(Recipients recipients, Writing writing, Opportunities opportunities, Desks desks, AccessLog log, PageMaker pages) {
    this.recipients = recipients;
    this.writing = writing;
    this.opportunities = opportunities;
    this.desks = desks;
    this.log = log;
    this.pages = pages;
  }

  @GetMapping("/new")
  ModelAndView choose(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String volunteer,
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    Opportunity offer = own(desk, opportunity);
    Long person = Asking.number(volunteer);
    if (person != null) return form(desk, offer, recipient(desk, offer, person), "", UUID.randomUUID().toString(), Problems.none());
    String words = Asking.words(q);
    Stretch<Recipient> found = recipients.of(desk.organization().id(), offer.id(), words, Asking.number(before));
    log.noteMinors(me.id(), found.rows().stream().filter(Recipient::young).map(Recipient::person).collect(Collectors.toSet()), "conversations", Long.toString(organization), request);
    return View.of("messages/recipients", "desk", desk, "opportunity", offer, "found", found, "q", words);
  }

  @PostMapping
  ModelAndView approach(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String opportunity, @RequestParam(defaultValue = "") String volunteer,
      @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    Opportunity offer = own(desk, opportunity);
    Recipient recipient = recipient(desk, offer, Asking.number(volunteer));
    Written written = writing.approach(me.id(), new About(desk.organization().id(), offer.id()), recipient.person(), words, key);
    if (written instanceof Written.Sent sent) return View.seeOther(desk.address("/messages/" + sent.conversation()), View.saying("messages.said.sent"));
    return Asking.answered(written, form(desk, offer, recipient, words, key, Asking.problems(written, Side.ORGANIZATION, pages.page(request).words())), response);
  }

  private Opportunity own(Desk desk, String typed) {
    Long number = Asking.number(typed);
    if (number == null) throw new NotFound("no opportunity: " + typed);
    return opportunities.find(new OpportunityId(number)).filter(offer -> offer.organization().equals(desk.organization().id()))
        .orElseThrow(() -> new NotFound("opportunity " + number + " is foreign to " + desk.organization().id()));
  }

  private Recipient recipient(Desk desk, Opportunity offer, @Nullable Long person) {
    if (person == null) throw new NotFound("nobody to write to");
    return recipients.find(desk.organization().id(), offer.id(), new AccountId(person)).orElseThrow(() -> new NotFound(person + " did not apply to " + offer.id()));
  }

  private ModelAndView form(Desk desk, Opportunity offer, Recipient recipient, String words, String key, Problems problems) {
    if (recipient.conversation() != null && !problems.any()) return View.seeOther(desk.address("/messages/" + recipient.conversation()));
    String hindrance = writing.hindrance(new About(desk.organization().id(), offer.id()), recipient.person(), Side.ORGANIZATION)
        .map(why -> Asking.hindrance(Side.ORGANIZATION, why)).orElse("");
    Object[] parameters = {"desk", desk, "opportunity", offer, "recipient", recipient, "hindrance", hindrance, "words", words, "key", key, "problems", problems};
    return problems.any() ? View.unprocessable("messages/approach", parameters) : View.of("messages/approach", parameters);
  }
}
