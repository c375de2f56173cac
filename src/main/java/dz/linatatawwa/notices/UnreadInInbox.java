package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.UnreadSource;
import org.springframework.stereotype.Component;

/** Tells the frame how many notices wait, by one look at an index that holds only those. */
@Component
class UnreadInInbox implements UnreadSource {

  private final NoticeTable table;

  UnreadInInbox(NoticeTable table) {
    this.table = table;
  }

  @Override
  public int unread(long account) {
    return table.unread(new AccountId(account));
  }
}
