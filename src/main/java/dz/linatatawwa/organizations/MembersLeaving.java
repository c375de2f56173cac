package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.files.Files;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody closed their account: memberships end, and what they were still typing goes. An organisation that nobody runs any more is one
 *  for which its supervisor may appoint a coordinator. */
@Component
class MembersLeaving {

  private final MemberTable members;
  private final Drafts drafts;
  private final Files files;

  MembersLeaving(MemberTable members, Drafts drafts, Files files) {
    this.members = members;
    this.drafts = drafts;
    this.files = files;
  }

  @EventListener
  void left(AccountClosed closed) {
    members.endAll(closed.account());
    drafts.of(closed.account()).files().forEach(files::delete);
    drafts.forget(closed.account());
  }
}
