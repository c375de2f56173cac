package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns go along with the organisation that leads them. */
@Component
class CampaignsAlong extends RowsAlong {

  CampaignsAlong(JdbcClient db) {
    super(db, "campaign", "opportunities.campaign", "id", "true");
  }
}
