package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.reports.Reports;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Thing;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where one message is read, by whoever follows its address: each side in its own conversation; a supervisor of the place only once somebody has reported it, and then
 *  with a few messages round it and no more. */
@Service
public class ReportedMessages {

  private static final int ROUND = 4;

  private final MessageTable messages;
  private final MessageReports reportable;
  private final Reports reports;
  private final Organizations organizations;
  private final Territories territories;

  ReportedMessages(MessageTable messages, MessageReports reportable, Reports reports, Organizations organizations, Territories territories) {
    this.messages = messages;
    this.reportable = reportable;
    this.reports = reports;
    this.organizations = organizations;
    this.territories = territories;
  }

  /** For whom, and where. */
  public sealed interface Spot {

    /** In the volunteer's conversation. */
    record Own(ConversationId conversation, long message) implements Spot {}

    /** On the organisation's desk. */
    record Desk(OrganizationId organization, ConversationId conversation, long message) implements Spot {}

    /** Before a supervisor. @param volunteer whose file it is */
    record Office(AccountId volunteer, OrganizationId organization, String title, long message, List<Message> round) implements Spot {

      public Office {
        round = List.copyOf(round);
      }
    }
  }

  /** @throws NotFound for everybody whom it does not concern */
  public Spot find(AccountId person, String mark) {
    MessageTable.Found found = ConversationId.uuid(mark).flatMap(messages::find).orElseThrow(() -> new NotFound("message " + mark));
    if (found.volunteer().equals(person)) return new Spot.Own(found.id(), found.number());
    if (organizations.mayRun(person, found.organization())) return new Spot.Desk(found.organization(), found.id(), found.number());
    if (!decides(person, found, ConversationId.uuid(mark).orElseThrow())) throw new NotFound("message " + mark + " is foreign to " + person);
    return new Spot.Office(found.volunteer(), found.organization(), found.title(), found.number(), messages.around(found.conversation(), found.number(), ROUND));
  }

  private boolean decides(AccountId person, MessageTable.Found found, UUID mark) {
    return territories.covers(person, reportable.wilaya(found)) && reports.reported(new Thing(MessageReports.KIND, mark.toString()));
  }
}
