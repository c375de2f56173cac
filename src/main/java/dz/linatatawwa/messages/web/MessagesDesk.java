package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.messages.DeskFilter;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Stretch;
import dz.linatatawwa.messages.Writing;
import dz.linatatawwa.messages.Written;
import dz.linatatawwa.messages.YoungReaders;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation's conversations, for all who run it: what waits, one of them, answering. */
@Controller
@RequestMapping(MessagesDesk.DESK)
class MessagesDesk {

  static final String DESK = "/organizations/{organization:[1-9]\\d{0,17}}/desk/messages";

  private final Conversations conversations;
  private final Writing writing;
  private final DeskConversation view;
  private final YoungReaders young;
  private final Desks desks;
  private final AccessLog log;
  private final PageMaker pages;
  private final Clock clock;

  MessagesDesk(Conversations conversations, Writing writing, DeskConversation view, YoungReaders young, Desks desks, AccessLog log, PageMaker pages, Clock clock) {
    this.conversations = conversations;
    this.writing = writing;
    this.view = view;
    this.young = young;
    this.desks = desks;
    this.log = log;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    DeskFilter filter = new DeskFilter(DeskFilter.Show.of(show), Asking.words(q), me.id());
    Stretch<Conversation> found = conversations.of(desk.organization().id(), filter, Asking.from(before));
    Set<AccountId> minors = young.of(found.rows());
    log.noteMinors(me.id(), minors, "conversations", Long.toString(organization), request);
    return View.of("messages/desklist", "desk", desk, "found", found, "filter", filter, "load", conversations.load(desk.organization().id()), "minors", minors, "first", before.isEmpty(),
        "now", clock.instant());
  }

  @GetMapping(Asking.CONVERSATION)
  ModelAndView show(SignedIn me, @PathVariable long organization, @PathVariable String conversation, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    Conversation one = conversations.of(desk.organization().id(), Asking.conversation(conversation));
    conversations.seen(one, Side.ORGANIZATION);
    return view.page(desk, one, Asking.number(before), new DeskConversation.Typed(me, "", UUID.randomUUID().toString(), Problems.none()), request);
  }

  @PostMapping(Asking.CONVERSATION + "/answers")
  ModelAndView answer(SignedIn me, @PathVariable long organization, @PathVariable String conversation, @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String key, HttpServletRequest request, HttpServletResponse response) {
    Desk desk = desks.openToRun(me.id(), new OrganizationId(organization));
    Conversation one = conversations.of(desk.organization().id(), Asking.conversation(conversation));
    Written written = writing.answer(me.id(), desk.organization().id(), one.id(), words, key);
    if (written instanceof Written.Sent sent) return View.seeOther(one.deskPath() + "#m-" + sent.message(), View.saying("messages.said.sent"));
    Problems problems = Asking.problems(written, Side.ORGANIZATION, pages.page(request).words());
    return Asking.answered(written, view.page(desk, one, null, new DeskConversation.Typed(me, words, key, problems), request), response);
  }
}
