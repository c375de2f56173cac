package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages as things that people may report. Only the two sides know a message's mark, so nobody else can name one. */
@Component
class MessageReports implements Reportable {

  static final String KIND = "message";

  private final MessageTable messages;
  private final Organizations organizations;
  private final Clock clock;

  MessageReports(MessageTable messages, Organizations organizations, Clock clock) {
    this.messages = messages;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "messages.thing";
  }

  /** The side that wrote it answers for it: the organisation, which can be suspended for it, or the volunteer. */
  @Override
  public Optional<Reported> find(String id) {
    return ConversationId.uuid(id).flatMap(mark -> messages.find(mark).map(found -> reported(mark, found)));
  }

  private Reported reported(UUID mark, MessageTable.Found found) {
    boolean office = found.side() == Side.ORGANIZATION;
    List<AccountId> people = office ? organizations.coordinators(found.organization()) : List.of(found.volunteer());
    return new Reported(new Thing(KIND, mark.toString()), found.title(), "/messages/at/" + mark, wilaya(found), people,
        office ? Thing.of("organization", found.organization().value()) : null, !found.withheld());
  }

  /** Whose supervisors look after it. */
  @Nullable WilayaCode wilaya(MessageTable.Found found) {
    return organizations.find(found.organization()).orElseThrow().supervisedBy();
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return ConversationId.uuid(id).filter(mark -> messages.withhold(mark, clock.instant())).isPresent();
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return ConversationId.uuid(id).filter(messages::release).isPresent();
  }
}
