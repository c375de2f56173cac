package dz.linatatawwa.opportunities;

import dz.linatatawwa.site.PublicPagesChanged;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes opportunities and campaigns out of sight and shows them again as they were. Who may decide that is the caller's to know; so is the audit log.
 *  People with a place in a coming shift are told either way. */
@Service
public class Withholding {

  private final JdbcClient db;
  private final Listings listings;
  private final ApplicationEventPublisher events;

  Withholding(JdbcClient db, Listings listings, ApplicationEventPublisher events) {
    this.db = db;
    this.listings = listings;
    this.events = events;
  }

  /** Who answers for it that a thing is withheld: only they show it again. */
  public enum For {
    REPORT, SCREENING;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** @return false when nobody sees it as it is */
  @Transactional
  public boolean withhold(OpportunityId id, For reason) {
    boolean done = db.sql("""
        update opportunities.opportunity set withheld_from = state, withheld_for = :reason, state = 'withheld'
        where id = :id and state in ('published', 'closed', 'cancelled')
        """).param("reason", reason.code()).param("id", id.value()).update() == 1;
    if (done) changed(id, "withheld");
    return done || reason == For.REPORT && db.sql("""
        update opportunities.opportunity set withheld_for = 'report' where id = :id and state = 'withheld' and withheld_for = 'screening'
        """).param("id", id.value()).update() == 1;
  }

  /** What waited for a look and is withheld for a report meanwhile stays withheld for the report.
   *  @return false when it is not withheld for this */
  @Transactional
  public boolean release(OpportunityId id, For reason) {
    boolean done = db.sql("""
        update opportunities.opportunity set state = withheld_from, withheld_from = null, withheld_for = null
        where id = :id and state = 'withheld' and withheld_for = :reason
        """).param("reason", reason.code()).param("id", id.value()).update() == 1;
    if (done) changed(id, "shown");
    return done;
  }

  /** Sends one that waited for a look back to its organisation as a draft; only where nobody has taken a place in it.
   *  @return false when it is not withheld for a look, or somebody has a place: then it stays withheld */
  @Transactional
  public boolean sendBack(OpportunityId id) {
    return db.sql("""
        update opportunities.opportunity o set state = 'draft', withheld_from = null, withheld_for = null
        where o.id = :id and o.state = 'withheld' and o.withheld_for = 'screening' and o.withheld_from = 'published'
          and not exists (select from opportunities.shift s where s.opportunity_id = o.id and (s.taken > 0 or s.starts_at <= now()))
        """).param("id", id.value()).update() == 1;
  }

  private void changed(OpportunityId id, String what) {
    listings.refresh(List.of(id));
    events.publishEvent(new OpportunityChanged(id, Set.of(what), null));
    events.publishEvent(new PublicPagesChanged());
  }

  /** @return false when nobody sees it as it is */
  @Transactional
  public boolean withhold(CampaignId id) {
    return db.sql("update opportunities.campaign set withheld_from = state, state = 'withheld' where id = :id and state in ('published', 'closed', 'cancelled')")
        .param("id", id.value()).update() == 1;
  }

  /** @return false when it is not withheld */
  @Transactional
  public boolean release(CampaignId id) {
    return db.sql("update opportunities.campaign set state = withheld_from, withheld_from = null where id = :id and state = 'withheld'")
        .param("id", id.value()).update() == 1;
  }
}
