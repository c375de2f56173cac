package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.About;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.ConversationDesk;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.messages.Hindrance;
import dz.linatatawwa.messages.Message;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Stretch;
import dz.linatatawwa.messages.Writing;
import dz.linatatawwa.messages.Written;
import dz.linatatawwa.messages.YoungReaders;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A volunteer's own conversations: the list, one of them, going on with it, wanting no more of it. */
@Controller
@RequestMapping("/messages")
class MessagePages {

  private final Conversations conversations;
  private final Writing writing;
  private final ConversationDesk desk;
  private final YoungReaders young;
  private final PageMaker pages;
  private final Clock clock;

  MessagePages(Conversations conversations, Writing writing, ConversationDesk desk, YoungReaders young, PageMaker pages, Clock clock) {
    this.conversations = conversations;
    this.writing = writing;
    this.desk = desk;
    this.young = young;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String before) {
    String words = Asking.words(q);
    return View.of("messages/list", "found", conversations.of(me.id(), words, Asking.from(before)), "q", words, "unread", conversations.unread(me.id()), "first", before.isEmpty(),
        "now", clock.instant());
  }

  @GetMapping(Asking.CONVERSATION)
  ModelAndView show(SignedIn me, @PathVariable String conversation, @RequestParam(defaultValue = "") String before) {
    Conversation one = conversations.own(me.id(), Asking.conversation(conversation));
    conversations.seen(one, Side.VOLUNTEER);
    return page(one, Asking.number(before), "", UUID.randomUUID().toString(), Problems.none());
  }

  @PostMapping(Asking.CONVERSATION + "/messages")
  ModelAndView write(SignedIn me, @PathVariable String conversation, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String key,
      HttpServletRequest request, HttpServletResponse response) {
    Conversation one = conversations.own(me.id(), Asking.conversation(conversation));
    Written written = writing.write(me.id(), one.id(), words, key);
    if (written instanceof Written.Sent sent) return View.seeOther(one.id().path() + "#m-" + sent.message(), View.saying("messages.said.sent"));
    Problems problems = Asking.problems(written, Side.VOLUNTEER, pages.page(request).words());
    return Asking.answered(written, page(one, null, words, key, problems), response);
  }

  @PostMapping(Asking.CONVERSATION + "/silence")
  ModelAndView silence(SignedIn me, @PathVariable String conversation) {
    Conversation one = conversations.own(me.id(), Asking.conversation(conversation));
    desk.silence(me.id(), one);
    return View.seeOther(one.id().path(), View.sayingWithUndo(one.id().path() + "/silence/ending", "messages.said.silenced", one.organizationName().in(me.language())));
  }

  @PostMapping(Asking.CONVERSATION + "/silence/ending")
  ModelAndView listen(SignedIn me, @PathVariable String conversation) {
    Conversation one = conversations.own(me.id(), Asking.conversation(conversation));
    desk.listen(me.id(), one);
    return View.seeOther(one.id().path(), View.saying("messages.said.listening", one.organizationName().in(me.language())));
  }

  private ModelAndView page(Conversation one, @org.jspecify.annotations.Nullable Long before, String words, String key, Problems problems) {
    OrganizationId organization = one.about().organization();
    AccountId me = one.volunteer();
    Stretch<Message> messages = conversations.messages(one, before);
    Optional<Hindrance> hindrance = writing.hindrance(new About(organization, one.about().opportunity()), me, Side.VOLUNTEER);
    Object[] parameters = {"one", one, "messages", messages, "latest", before == null, "hindrance", hindrance.map(why -> Asking.hindrance(Side.VOLUNTEER, why)).orElse(""),
        "blocked", conversations.blockedBy(organization, me).map(why -> "messages.block." + why.code()).orElse(""), "silenced", conversations.blocks(organization, me, Side.VOLUNTEER),
        "young", !young.of(List.of(one)).isEmpty(), "words", words, "key", key, "problems", problems};
    return problems.any() ? View.unprocessable("messages/show", parameters) : View.of("messages/show", parameters);
  }
}
