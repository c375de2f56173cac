package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.BlockReason;
import dz.linatatawwa.messages.Closing;
import dz.linatatawwa.messages.Conversation;
import dz.linatatawwa.messages.Conversations;
import dz.linatatawwa.messages.Hindrance;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Writing;
import dz.linatatawwa.messages.YoungReaders;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one conversation on an organisation's desk. */
@Component
class DeskConversation {

  private final Conversations conversations;
  private final Writing writing;
  private final YoungReaders young;
  private final Organizations organizations;
  private final Accounts accounts;
  private final AccessLog log;
  private final PageMaker pages;

  DeskConversation(Conversations conversations, Writing writing, YoungReaders young, Organizations organizations, Accounts accounts, AccessLog log, PageMaker pages) {
    this.conversations = conversations;
    this.writing = writing;
    this.young = young;
    this.organizations = organizations;
    this.accounts = accounts;
    this.log = log;
    this.pages = pages;
  }

  /** What somebody typed there, and what was wrong with it. */
  record Typed(SignedIn me, String words, String key, Problems problems) {}

  ModelAndView page(Desk desk, Conversation one, @Nullable Long before, Typed typed, HttpServletRequest request) {
    OrganizationId organization = one.about().organization();
    Page page = pages.page(request);
    boolean minor = !young.of(List.of(one)).isEmpty();
    if (minor) log.noteMinors(typed.me.id(), Set.of(one.volunteer()), "conversations", organization.toString(), request);
    Optional<Hindrance> hindrance = writing.hindrance(one.about(), one.volunteer(), Side.ORGANIZATION);
    Object[] parameters = {"desk", desk, "one", one, "messages", conversations.messages(one, before), "latest", before == null,
        "hindrance", hindrance.map(why -> Asking.hindrance(Side.ORGANIZATION, why)).orElse(""), "blocks", conversations.blockedBy(organization, one.volunteer()).isPresent(),
        "young", minor, "people", people(organization, page), "closings", options("messages.closing.", Stream.of(Closing.values()).map(Closing::code), page),
        "reasons", options("messages.block.", Stream.of(BlockReason.values()).map(BlockReason::code), page), "words", typed.words, "key", typed.key, "problems", typed.problems};
    return typed.problems.any() ? View.unprocessable("messages/deskshow", parameters) : View.of("messages/deskshow", parameters);
  }

  /** Who may answer: everybody who runs the organisation, or whoever comes first. */
  private List<Option> people(OrganizationId organization, Page page) {
    List<Option> people = new ArrayList<>(List.of(Option.of("", page.text("messages.assign.nobody"))));
    var names = accounts.names(organizations.coordinators(organization));
    organizations.coordinators(organization).forEach(person -> people.add(Option.of(person.toString(), names.getOrDefault(person, ""))));
    return people;
  }

  private static List<Option> options(String key, Stream<String> codes, Page page) {
    return codes.map(code -> Option.of(code, page.text(key + code))).toList();
  }
}
