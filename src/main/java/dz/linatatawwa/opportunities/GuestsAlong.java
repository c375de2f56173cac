package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's part in other ones' campaigns goes along, where the one that stays has none in them. */
@Component
class GuestsAlong extends RowsAlong {

  GuestsAlong(JdbcClient db) {
    super(db, "guest", "opportunities.campaign_organization", "campaign_id", """
        not exists (select from opportunities.campaign_organization o where o.campaign_id = t.campaign_id and o.organization_id = :stays)
        and not exists (select from opportunities.campaign c where c.id = t.campaign_id and c.organization_id = :stays)""");
  }
}
