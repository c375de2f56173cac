package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are told of messages, never with their words. While somebody has not read what they were told of, they are told of nothing more in that conversation:
 *  five messages in a row are one notice. */
@Component
class MessageNews {

  private final JdbcClient db;
  private final Notices notices;
  private final Organizations organizations;
  private final GuardianNews guardians;

  MessageNews(JdbcClient db, Notices notices, Organizations organizations, GuardianNews guardians) {
    this.db = db;
    this.notices = notices;
    this.organizations = organizations;
    this.guardians = guardians;
  }

  /** @param one as who is told sees it */
  void said(Conversation one, Side by, long message) {
    if (by == Side.ORGANIZATION) toVolunteer(one);
    else toOrganization(one, message);
  }

  private void toVolunteer(Conversation one) {
    long read = db.sql("select volunteer_read from messages.conversation where id = :id").param("id", one.number()).query(Long.class).single();
    InWords about = words -> one.name(words.language());
    notices.tell(one.volunteer(), "message-new", "messages.notice.new.title", "messages.notice.new.body", one.id().path(), "message:" + one.number() + ":v:" + read,
        one.organizationName(), about);
    guardians.written(one.volunteer(), one.about().organization(), one.organizationName());
  }

  /** Whoever answers it is told, else everybody who runs the organisation. The first unanswered message names the notice. */
  private void toOrganization(Conversation one, long message) {
    long first = db.sql("""
        select coalesce(min(m.id), :message) from messages.message m join messages.conversation c on c.id = m.conversation_id
        where c.id = :id and m.side = 'volunteer' and m.id > greatest(c.from_organization, c.organization_read)
        """).param("id", one.number()).param("message", message).query(Long.class).single();
    InWords about = words -> one.name(words.language());
    notices.tellAll(told(one), "message-desk", "messages.notice.desk.title", "messages.notice.desk.body", one.deskPath(), "message:" + one.number() + ":o:" + first,
        one.volunteerName(), about);
  }

  private List<AccountId> told(Conversation one) {
    OrganizationId organization = one.about().organization();
    AccountId assignee = one.assignee();
    return assignee != null && organizations.mayRun(assignee, organization) ? List.of(assignee) : organizations.coordinators(organization);
  }

  void assigned(Conversation one, AccountId to) {
    InWords about = words -> one.name(words.language());
    notices.tell(to, "message-assigned", "messages.notice.assigned.title", "messages.notice.assigned.body", one.deskPath(), null, one.volunteerName(), about);
  }
}
