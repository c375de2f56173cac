package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.PublishedBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an organisation has ever published an opportunity or a campaign. */
@Component
class PublishedOpportunities implements PublishedBy {

  private final JdbcClient db;

  PublishedOpportunities(JdbcClient db) {
    this.db = db;
  }

  @Override
  public boolean hasPublished(OrganizationId organization) {
    return db.sql("""
        select exists (select from opportunities.opportunity o where o.organization_id = :id and o.published_at is not null)
          or exists (select from opportunities.campaign c where c.organization_id = :id and c.published_at is not null)
        """).param("id", organization.value()).query(Boolean.class).single();
  }
}
