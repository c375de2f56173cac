package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Stems;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of conversations, one by one. */
@Repository
class ConversationTable {

  /** {@code :side} is the one that looks. */
  static final String SELECT = """
      select c.id, c.mark, c.organization_id, g.name_ar, nullif(btrim(g.name_fr), '') as name_fr, c.opportunity_id, coalesce(o.title, '') as title, c.volunteer_id,
             v.name as volunteer_name, c.last_at, c.last_side, c.waits_since, c.assigned_to, coalesce(a.name, '') as assignee, c.closed_code,
             coalesce(case when l.withheld_at is null then left(l.words, 160) end, '') as last_words,
             (select count(*) from (select from messages.message m where m.conversation_id = c.id and m.side <> :side
                and m.id > case when :side = 'volunteer' then c.volunteer_read else c.organization_read end limit 100) unread) as unread
      from messages.conversation c
      join organizations.organization g on g.id = c.organization_id
      join volunteers.public_volunteer v on v.id = c.volunteer_id
      join messages.message l on l.id = greatest(c.from_volunteer, c.from_organization)
      left join opportunities.opportunity o on o.id = c.opportunity_id
      left join accounts.account a on a.id = c.assigned_to
      """;

  private final JdbcClient db;

  ConversationTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Conversation> find(ConversationId id, Side side) {
    return db.sql(SELECT + "where c.mark = :mark").param("mark", id.value()).param("side", side.code()).query(ConversationTable::read).optional();
  }

  /** One that has begun. */
  Optional<Conversation> find(About about, AccountId volunteer, Side side) {
    OpportunityId opportunity = about.opportunity();
    return db.sql(SELECT + """
        where c.volunteer_id = :volunteer and c.organization_id = :organization and c.opportunity_id is not distinct from cast(:opportunity as bigint)
        """).param("volunteer", volunteer.value()).param("organization", about.organization().value())
        .param("opportunity", opportunity == null ? null : opportunity.value()).param("side", side.code()).query(ConversationTable::read).optional();
  }

  /** Why nobody may write there now from this side. */
  Optional<Hindrance> fault(About about, AccountId volunteer, Side side, Instant now) {
    OpportunityId opportunity = about.opportunity();
    return db.sql("select coalesce(messages.fault(:organization, cast(:opportunity as bigint), :volunteer, :side, :now), '')").param("organization", about.organization().value())
        .param("opportunity", opportunity == null ? null : opportunity.value()).param("volunteer", volunteer.value()).param("side", side.code()).param("now", Sql.at(now))
        .query(String.class).optional().filter(why -> !why.isEmpty()).map(Hindrance::of);
  }

  /** The conversation's number, a new one where there is none. */
  long open(About about, AccountId volunteer, Instant now) {
    OpportunityId opportunity = about.opportunity();
    return db.sql("""
        insert into messages.conversation (organization_id, opportunity_id, volunteer_id, words, opened_at, last_at)
        values (:organization, :opportunity, :volunteer, to_tsvector('simple', :words), :now, :now)
        on conflict do nothing returning id
        """).param("organization", about.organization().value()).param("opportunity", opportunity == null ? null : opportunity.value()).param("volunteer", volunteer.value())
        .param("words", Stems.searchText(names(about, volunteer))).param("now", Sql.at(now)).query(Long.class).optional().orElseGet(() -> number(about, volunteer));
  }

  private long number(About about, AccountId volunteer) {
    OpportunityId opportunity = about.opportunity();
    return db.sql("""
        select id from messages.conversation
        where volunteer_id = :volunteer and organization_id = :organization and opportunity_id is not distinct from cast(:opportunity as bigint)
        """).param("volunteer", volunteer.value()).param("organization", about.organization().value()).param("opportunity", opportunity == null ? null : opportunity.value())
        .query(Long.class).single();
  }

  /** By what it is searched. */
  private String names(About about, AccountId volunteer) {
    OpportunityId opportunity = about.opportunity();
    return db.sql("""
        select concat_ws(' ', g.name_ar, g.name_fr, (select o.title from opportunities.opportunity o where o.id = cast(:opportunity as bigint)),
          (select v.name from volunteers.public_volunteer v where v.id = :volunteer))
        from organizations.organization g where g.id = :organization
        """).param("organization", about.organization().value()).param("opportunity", opportunity == null ? null : opportunity.value()).param("volunteer", volunteer.value())
        .query(String.class).single();
  }

  /** Everything that was said until now is read by one side. */
  void read(long number, Side by) {
    String column = by == Side.VOLUNTEER ? "volunteer_read" : "organization_read";
    db.sql("update messages.conversation set " + column + " = greatest(from_volunteer, from_organization) where id = :id and " + column
        + " < greatest(from_volunteer, from_organization)").param("id", number).update();
  }

  void assign(long number, @Nullable AccountId to) {
    db.sql("update messages.conversation set assigned_to = :to where id = :id").param("to", to == null ? null : to.value()).param("id", number).update();
  }

  /** @return false when it is closed already */
  boolean close(long number, Closing why, AccountId by, Instant now) {
    return db.sql("""
        update messages.conversation set closed_at = :now, closed_by = :by, closed_code = :code, waits_since = null where id = :id and closed_at is null
        """).param("now", Sql.at(now)).param("by", by.value()).param("code", why.code()).param("id", number).update() == 1;
  }

  /** @return false when it is open already */
  boolean reopen(long number) {
    return db.sql("""
        update messages.conversation c set closed_at = null, closed_by = null, closed_code = null,
          waits_since = (select min(m.at) from messages.message m where m.conversation_id = c.id and m.side = 'volunteer' and m.id > c.from_organization)
        where c.id = :id and c.closed_at is not null
        """).param("id", number).update() == 1;
  }

  static Conversation read(ResultSet row, int n) throws SQLException {
    Long opportunity = row.getObject("opportunity_id", Long.class);
    Long assignee = row.getObject("assigned_to", Long.class);
    String closed = row.getString("closed_code");
    return new Conversation(row.getLong("id"), new ConversationId(row.getObject("mark", UUID.class)),
        new About(new OrganizationId(row.getLong("organization_id")), opportunity == null ? null : new OpportunityId(opportunity)),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getString("title"), new AccountId(row.getLong("volunteer_id")), row.getString("volunteer_name"),
        Sql.at(row, "last_at"), Side.of(row.getString("last_side")), row.getString("last_words"), row.getInt("unread"), Sql.maybe(row, "waits_since"),
        assignee == null ? null : new AccountId(assignee), row.getString("assignee"), closed == null ? null : Closing.of(closed).orElseThrow());
  }

  /** Those of one volunteer or one organisation. */
  List<Conversation> list(String where, java.util.Map<String, Object> values, Side side) {
    return db.sql(SELECT + where).params(values).param("side", side.code()).query(ConversationTable::read).list();
  }
}
