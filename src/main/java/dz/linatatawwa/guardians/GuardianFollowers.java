package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.volunteers.CameOfAge;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows here from what happened in lower rooms: who leaves is taken out of groups and papers; who came of age is handed their account. */
@Component
class GuardianFollowers {

  private final YouthTable groups;
  private final PaperTable papers;
  private final Files files;
  private final Accounts accounts;
  private final Notices notices;
  private final Clock clock;

  GuardianFollowers(YouthTable groups, PaperTable papers, Files files, Accounts accounts, Notices notices, Clock clock) {
    this.groups = groups;
    this.papers = papers;
    this.files = files;
    this.accounts = accounts;
    this.notices = notices;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    groups.forget(closed.account(), clock.instant());
    List<FileId> empty = papers.forget(closed.account());
    empty.forEach(files::delete);
  }

  /** An account that a leader keeps has nobody to be told: its leader is. */
  @ApplicationModuleListener
  void on(CameOfAge came) {
    if (!accounts.isEntrusted(came.volunteer())) return;
    accounts.find(came.volunteer()).ifPresent(person -> groups.leaders(came.volunteer()).forEach(leader -> notices.tell(leader, "member-of-age",
        "guardians.notice.memberOfAge.title", "guardians.notice.memberOfAge.body", "/desk", "member-of-age-" + came.volunteer() + "-" + leader, person.name())));
  }
}
