package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.BlockReason;
import dz.linatatawwa.messages.Closing;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.ConversationDesk;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.View;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation does to a conversation besides answering: giving it to somebody, closing it, taking no more messages of its volunteer. */
@Controller
@RequestMapping(MessagesDesk.DESK + Asking.CONVERSATION)
class ConversationDeeds {

  private final Conversations conversations;
  private final ConversationDesk desk;
  private final Desks desks;

  ConversationDeeds(Conversations conversations, ConversationDesk desk, Desks desks) {
    this.conversations = conversations;
    this.desk = desk;
    this.desks = desks;
  }

  @PostMapping("/assignment")
  ModelAndView assign(SignedIn me, @PathVariable long organization, @PathVariable String conversation, @RequestParam(defaultValue = "") String to) {
    Conversation one = find(me, organization, conversation);
    Long person = Asking.number(to);
    desk.assign(me.id(), one, person == null ? null : new AccountId(person));
    return View.seeOther(one.deskPath(), View.saying(person == null ? "messages.said.unassigned" : "messages.said.assigned"));
  }

  @PostMapping("/closing")
  ModelAndView close(SignedIn me, @PathVariable long organization, @PathVariable String conversation, @RequestParam(defaultValue = "") String code) {
    Conversation one = find(me, organization, conversation);
    Optional<Closing> why = Closing.of(code);
    if (why.isEmpty()) return View.seeOther(one.deskPath() + "#closing", View.refusing("messages.problem.code"));
    desk.close(me.id(), one, why.get());
    return View.seeOther(one.deskPath(), View.sayingWithUndo(one.deskPath() + "/reopening", "messages.said.closed"));
  }

  @PostMapping("/reopening")
  ModelAndView reopen(SignedIn me, @PathVariable long organization, @PathVariable String conversation) {
    Conversation one = find(me, organization, conversation);
    desk.reopen(me.id(), one);
    return View.seeOther(one.deskPath(), View.saying("messages.said.reopened"));
  }

  @PostMapping("/block")
  ModelAndView block(SignedIn me, @PathVariable long organization, @PathVariable String conversation, @RequestParam(defaultValue = "") String why) {
    Conversation one = find(me, organization, conversation);
    Optional<BlockReason> reason = BlockReason.of(why);
    if (reason.isEmpty()) return View.seeOther(one.deskPath() + "#closing", View.refusing("messages.problem.code"));
    desk.block(me.id(), one, reason.get());
    return View.seeOther(one.deskPath(), View.sayingWithUndo(one.deskPath() + "/block/ending", "messages.said.blocked", one.volunteerName()));
  }

  @PostMapping("/block/ending")
  ModelAndView unblock(SignedIn me, @PathVariable long organization, @PathVariable String conversation) {
    Conversation one = find(me, organization, conversation);
    desk.unblock(me.id(), one);
    return View.seeOther(one.deskPath(), View.saying("messages.said.unblocked", one.volunteerName()));
  }

  private Conversation find(SignedIn me, long organization, String conversation) {
    return conversations.of(desks.openToRun(me.id(), new OrganizationId(organization)).organization().id(), Asking.conversation(conversation));
  }
}
