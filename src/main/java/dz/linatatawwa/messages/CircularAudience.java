package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Audience;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom circulars are for, as announcements ask for them; whoever got a place meanwhile is among them. Guardians of minors hear of it. */
@Component
class CircularAudience implements Audience {

  static final String KIND = "circular";
  /** The kind of its notices. */
  static final String NOTICE = "message-circular";

  private final CircularTable table;
  private final Organizations organizations;
  private final GuardianNews guardians;
  private final Clock clock;

  CircularAudience(CircularTable table, Organizations organizations, GuardianNews guardians, Clock clock) {
    this.table = table;
    this.organizations = organizations;
    this.guardians = guardians;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<AccountId> after(long announcement, long account, int many) {
    return table.after(whom(announcement), account, many, clock.instant());
  }

  @Override
  public void told(long announcement, Collection<AccountId> people) {
    Organization organization = organizations.find(whom(announcement).organization()).orElseThrow();
    guardians.written(people, organization.id(), new LocalName(organization.profile().nameAr(), organization.profile().nameFr(), null));
  }

  private CircularTable.Whom whom(long announcement) {
    return table.whom(announcement).orElseThrow(() -> new IllegalStateException("announcement " + announcement + " is no circular's"));
  }
}
