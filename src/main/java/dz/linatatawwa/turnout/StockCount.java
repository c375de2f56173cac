package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many there are at the end of a period. */
@Repository
class StockCount {

  private final JdbcClient db;
  private final Happened happened;

  StockCount(JdbcClient db, Happened happened) {
    this.db = db;
    this.happened = happened;
  }

  OptionalLong registered(Scope scope, Period period) {
    if (scope instanceof Scope.OfOrganization || scope instanceof Scope.OfCampaign) return OptionalLong.empty();
    return OptionalLong.of(happened.registered(scope, period));
  }

  OptionalLong organizations(Scope scope, Period period) {
    if (scope instanceof Scope.OfOrganization || scope instanceof Scope.OfPeople) return OptionalLong.empty();
    if (scope instanceof Scope.OfCampaign(var campaign)) {
      return OptionalLong.of(db.sql("select count(distinct organization_id) from opportunities.in_campaign where campaign_id = :id").param("id", campaign.value())
          .query(Long.class).single());
    }
    Place place = Place.of(scope);
    return OptionalLong.of(db.sql("""
        select count(*)
        from organizations.organization f
        left join places.wilaya w on w.code = f.wilaya_code
        where f.verified_at < :end and (f.state = 'verified' or f.state_since >= :end) and
        """ + place.condition()).param("end", FactCount.beginning(period.to().plusDays(1))).params(place.values()).query(Long.class).single());
  }
}
