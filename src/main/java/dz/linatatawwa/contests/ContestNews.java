package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organizations;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What both sides hear of a case. */
@Component
class ContestNews {

  private final Notices notices;
  private final Organizations organizations;
  private final Accounts accounts;
  private final AskTable asks;
  private final Clock clock;

  ContestNews(Notices notices, Organizations organizations, Accounts accounts, AskTable asks, Clock clock) {
    this.notices = notices;
    this.organizations = organizations;
    this.accounts = accounts;
    this.asks = asks;
    this.clock = clock;
  }

  void opened(Contest contest) {
    InWords until = words -> words.longDate(contest.answerDue()) + " " + words.time(contest.answerDue());
    InWords ground = words -> words.text("contests.ground." + contest.ground().code());
    organization(contest, "opened", contest.volunteerName(), contest.title(), ground, until);
  }

  void answered(Contest contest) {
    Contest.Answer answer = contest.answer();
    InWords says = words -> words.text("contests.answer." + (answer != null && answer.agrees() ? "agrees" : "disagrees"));
    volunteer(contest, "answered", contest.organizationName(), contest.title(), says);
  }

  void withdrawn(Contest contest) {
    organization(contest, "withdrawn", contest.volunteerName(), contest.title());
  }

  void late(Contest contest) {
    volunteer(contest, "late", contest.title());
    organization(contest, "late", contest.title());
  }

  /** @param by the side that appeals; the other one hears of it */
  void appealed(Contest appeal, Side by) {
    if (by == Side.VOLUNTEER) organization(appeal, "appealed", appeal.title());
    else volunteer(appeal, "appealed", appeal.title());
  }

  void settled(Contest contest) {
    Contest.End end = contest.end();
    if (end == null) throw new IllegalStateException("contest " + contest.id() + " is not settled");
    InWords verdict = words -> words.text("contests.verdict." + end.verdict().code());
    String reason = end.reason() == null ? "" : end.reason();
    String settler = accounts.names(List.of(end.by())).getOrDefault(end.by(), "—");
    volunteer(contest, "settled", contest.title(), verdict, reason, settler);
    organization(contest, "settled", contest.title(), verdict, reason, settler);
  }

  /** Who was written down as absent learns it, and where to say that it is wrong. */
  @ApplicationModuleListener
  void absent(AttendanceClosed closed) {
    for (AccountId person : asks.absent(closed.shift())) {
      asks.of(person, closed.shift(), clock.instant()).ifPresent(ask -> notices.tell(person, "contest-no-show", "contests.notice.no-show.title",
          "contests.notice.no-show.body", "/contests/new?shift=" + closed.shift(), "no-show:" + closed.shift() + ":" + person, ask.title(),
          (InWords) words -> words.longDate(ask.hours().from())));
    }
  }

  private void volunteer(Contest contest, String what, Object... arguments) {
    notices.tell(contest.volunteer(), "contest-" + what, title(what), body(what), address(contest), "contest-" + what + ":" + contest.id() + ":v", arguments);
  }

  private void organization(Contest contest, String what, Object... arguments) {
    List<AccountId> people = organizations.coordinators(contest.organization()).stream().filter(person -> !person.equals(contest.volunteer())).toList();
    notices.tellAll(people, "contest-" + what, title(what), body(what), address(contest), "contest-" + what + ":" + contest.id() + ":o", arguments);
  }

  private static String title(String what) {
    return "contests.notice." + what + ".title";
  }

  private static String body(String what) {
    return "contests.notice." + what + ".body";
  }

  private static String address(Contest contest) {
    return "/contests/" + contest.id();
  }
}
