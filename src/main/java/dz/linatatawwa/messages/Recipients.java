package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom an organisation may write about one of its opportunities: who applied there. */
@Repository
public class Recipients {

  private static final int SIZE = 30;

  /** One of them.
   *  @param young        a minor: a guardian sees what is written
   *  @param conversation the one that has begun; null: none
   *  @param place        in the list */
  public record Recipient(AccountId person, String name, boolean young, @Nullable ConversationId conversation, long place) {}

  private static final String SELECT = """
      select v.id, v.name, messages.young(v.id, :now) as young, k.mark, max(a.id) as place
      from participation.application a
      join participation.shift_facts f on f.shift_id = a.shift_id
      join volunteers.public_volunteer v on v.id = a.volunteer_id and v.closed_at is null
      left join messages.conversation k on k.volunteer_id = v.id and k.opportunity_id = f.opportunity_id
      where f.organization_id = :organization and f.opportunity_id = :opportunity and a.state in ('pending', 'accepted', 'waiting', 'offered', 'declined', 'cancelled')
      """;

  private final JdbcClient db;
  private final Clock clock;

  Recipients(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Who applied last comes first, thirty at a time. @param words of the name; may be empty */
  public Stretch<Recipient> of(OrganizationId organization, OpportunityId opportunity, String words, @Nullable Long before) {
    List<Recipient> found = bound(SELECT + """
        and (:words = '' or strpos(lower(v.name), lower(:words)) > 0)
        group by v.id, v.name, k.mark having max(a.id) < :before order by place desc limit
        """ + (SIZE + 1), organization, opportunity).param("words", words).param("before", before == null ? Long.MAX_VALUE : before).query((row, n) -> read(row)).list();
    return Stretch.of(found, SIZE, one -> Long.toString(one.place()));
  }

  /** One of them; nothing for somebody who did not apply there. */
  public Optional<Recipient> find(OrganizationId organization, OpportunityId opportunity, AccountId person) {
    return bound(SELECT + "and v.id = :person group by v.id, v.name, k.mark", organization, opportunity).param("person", person.value()).query((row, n) -> read(row)).optional();
  }

  private JdbcClient.StatementSpec bound(String sql, OrganizationId organization, OpportunityId opportunity) {
    return db.sql(sql).param("organization", organization.value()).param("opportunity", opportunity.value()).param("now", Sql.at(clock.instant()));
  }

  private static Recipient read(java.sql.ResultSet row) throws java.sql.SQLException {
    UUID mark = row.getObject("mark", UUID.class);
    return new Recipient(new AccountId(row.getLong("id")), row.getString("name"), row.getBoolean("young"), mark == null ? null : new ConversationId(mark), row.getLong("place"));
  }
}
