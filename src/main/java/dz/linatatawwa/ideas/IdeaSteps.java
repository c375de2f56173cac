package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.PublicPagesChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of ideas: rows that are only added to. */
@Repository
class IdeaSteps {

  private static final String INSERT = """
      insert into ideas.step (idea_id, state, reason_code, words, by_id, organization_id, at)
      values (:idea, :state, :code, :words, :by, :organization, :now) returning id
      """;

  private final JdbcClient db;
  private final IdeaTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IdeaSteps(JdbcClient db, IdeaTable table, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  void first(IdeaId idea, Instant now) {
    insert(idea, IdeaState.RECEIVED, null, "", null, null, now);
  }

  /** Brings an idea into a state, in the transaction of the caller, who holds its row; whoever follows it hears of it afterwards. */
  void move(IdeaId idea, IdeaState state, @Nullable String code, String words, AccountId by, @Nullable OrganizationId organization) {
    Instant now = clock.instant();
    table.state(idea, state, now);
    long step = insert(idea, state, code, words, by, organization, now);
    events.publishEvent(new IdeaMoved(idea, step, by));
    events.publishEvent(new PublicPagesChanged());
  }

  private long insert(IdeaId idea, IdeaState state, @Nullable String code, String words, @Nullable AccountId by, @Nullable OrganizationId organization, Instant now) {
    return db.sql(INSERT).param("idea", idea.value()).param("state", state.code()).param("code", code).param("words", words.isEmpty() ? null : words)
        .param("by", by == null ? null : by.value()).param("organization", organization == null ? null : organization.value()).param("now", IdeaTable.at(now))
        .query(Long.class).single();
  }

  /** From the first to the last; an idea has few, and a hundred are read at most. */
  List<Step> of(IdeaId idea) {
    return db.sql("select id, state, reason_code, words, organization_id, at from ideas.step where idea_id = :idea order by id limit 100")
        .param("idea", idea.value()).query(IdeaSteps::read).list();
  }

  Optional<Step> find(long id) {
    return db.sql("select id, state, reason_code, words, organization_id, at from ideas.step where id = :id").param("id", id).query(IdeaSteps::read).optional();
  }

  /** Where an idea stood before an organisation took it up. */
  IdeaState before(IdeaId idea) {
    return of(idea).stream().filter(step -> step.state() == IdeaState.RECEIVED || step.state() == IdeaState.STUDIED).map(Step::state).reduce((one, later) -> later)
        .orElse(IdeaState.RECEIVED);
  }

  private static Step read(ResultSet row, int number) throws SQLException {
    String words = row.getString("words");
    Long organization = row.getObject("organization_id", Long.class);
    return new Step(row.getLong("id"), IdeaState.of(row.getString("state")).orElseThrow(), row.getString("reason_code"), words == null ? "" : words,
        organization == null ? null : new OrganizationId(organization), IdeaTable.instant(row, "at"));
  }
}
