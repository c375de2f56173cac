package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.participation.Requirement;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trainings that an opportunity requires of those who apply. A certificate counts while it stands: one that ended or was taken back does not. */
@Component
public class RequiredTrainings implements Requirement {

  /** How many one opportunity may require. */
  static final int MOST = 5;

  private static final String ROWS = """
      select t.id, t.name_ar, t.name_fr, t.name_en,
             exists (select from trainings.completion c where c.volunteer_id = :volunteer and c.training_id = t.id and c.revoked_at is null
                     and (c.valid_until is null or c.valid_until >= :today)) as held,
             (select s.id from trainings.session s where s.training_id = t.id and s.state = 'open' and s.starts_at > :now and t.state = 'open'
              order by s.taken >= s.capacity, s.starts_at limit 1) as next_session
      from trainings.required q join trainings.training t on t.id = q.training_id
      where q.opportunity_id = :opportunity
      order by q.set_at, t.id
      """;

  private final JdbcClient db;
  private final Audit audit;
  private final Clock clock;

  RequiredTrainings(JdbcClient db, Audit audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** A training that is required.
   *  @param held        whether the person who looks holds its certificate today
   *  @param nextSession the next session with a place, else the next one; null: none is planned */
  public record Line(TrainingId id, LocalName name, boolean held, @Nullable SessionId nextSession) {

    /** Its page, at its next session. */
    public String link() {
      return "/trainings/" + id + (nextSession == null ? "" : "#session-" + nextSession);
    }
  }

  /** What an opportunity requires.
   *  @param volunteer who looks, or null */
  public List<Line> of(OpportunityId opportunity, @Nullable AccountId volunteer) {
    Instant now = clock.instant();
    return db.sql(ROWS).param("opportunity", opportunity.value()).param("volunteer", volunteer == null ? 0 : volunteer.value())
        .param("now", Sql.at(now)).param("today", LocalDate.ofInstant(now, Words.ZONE)).query((row, number) -> {
          long next = row.getLong("next_session");
          SessionId session = row.wasNull() ? null : new SessionId(next);
          return new Line(new TrainingId(row.getLong("id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
              row.getBoolean("held"), session);
        }).list();
  }

  @Override
  public Optional<Lack> lack(OpportunityId opportunity, AccountId volunteer) {
    return of(opportunity, volunteer).stream().filter(line -> !line.held()).findFirst()
        .map(line -> new Lack("trainings.required.lack", List.of(line.name()), line.link()));
  }

  /** Requires a training from now on; whoever has a place already keeps it.
   *  @return false when the training is not shown, or five are required already */
  @Transactional
  public boolean require(OpportunityId opportunity, TrainingId training, AccountId by) {
    int added = db.sql("""
        insert into trainings.required (opportunity_id, training_id, set_at, set_by)
        select :opportunity, t.id, :now, :by from trainings.training t
        where t.id = :training and t.state in ('open', 'closed')
          and (select count(*) from trainings.required where opportunity_id = :opportunity) < :most
        on conflict do nothing
        """).param("opportunity", opportunity.value()).param("training", training.value()).param("now", Sql.at(clock.instant())).param("by", by.value())
        .param("most", MOST).update();
    if (added == 1) note(by, "opportunity.training-required", opportunity, training);
    return added == 1 || of(opportunity, null).stream().anyMatch(line -> line.id().equals(training));
  }

  /** No longer requires it. */
  @Transactional
  public void drop(OpportunityId opportunity, TrainingId training, AccountId by) {
    int gone = db.sql("delete from trainings.required where opportunity_id = :opportunity and training_id = :training")
        .param("opportunity", opportunity.value()).param("training", training.value()).update();
    if (gone == 1) note(by, "opportunity.training-dropped", opportunity, training);
  }

  private void note(AccountId by, String deed, OpportunityId opportunity, TrainingId training) {
    audit.note(by, deed, "opportunity", opportunity.toString(), null, Map.of("training", training.value()));
  }
}
