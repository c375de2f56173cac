package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.RowsAlong;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opportunities in whatever state go along with their organisation; who has a place keeps it. */
@Component
class OpportunitiesAlong extends RowsAlong {

  private final Listings listings;

  OpportunitiesAlong(JdbcClient db, Listings listings) {
    super(db, "opportunity", "opportunities.opportunity", "id", "true");
    this.listings = listings;
  }

  @Override
  protected void moved(List<Long> numbers) {
    listings.refresh(numbers.stream().map(OpportunityId::new).toList());
  }
}
