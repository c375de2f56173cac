package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.opportunities.OpportunityCancelled;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows here from what happened in lower rooms: whoever leaves promises nothing any more, and what was called off needs nothing. */
@Component
class MeansFollowers {

  private final JdbcClient db;
  private final NeedTable needs;
  private final PledgeTable pledges;
  private final Needs all;

  MeansFollowers(JdbcClient db, NeedTable needs, PledgeTable pledges, Needs all) {
    this.db = db;
    this.needs = needs;
    this.pledges = pledges;
    this.all = all;
  }

  /** What they promised in the name of a body stays the body's. */
  @ApplicationModuleListener
  void on(AccountClosed closed) {
    List<Long> waiting = Sql.rows(db.sql("""
        select id from means.pledge where pledged_by = :person and organization_id is null and partner_id is null and ended_at is null order by need_id, id
        """).param("person", closed.account().value()).query(Long.class));
    for (long id : waiting) {
      needs.hold(pledges.find(id).orElseThrow().need());
      pledges.end(id, "left", null);
    }
  }

  @ApplicationModuleListener
  void on(OpportunityCancelled cancelled) {
    needs.of(cancelled.id()).forEach(need -> all.close(need.id(), null));
  }
}
