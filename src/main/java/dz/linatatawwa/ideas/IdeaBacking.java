package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who wants an idea too, and who is told what becomes of it. The database holds "once each" and counts. */
@Service
public class IdeaBacking {

  private final JdbcClient db;
  private final IdeaTable table;
  private final Clock clock;

  IdeaBacking(JdbcClient db, IdeaTable table, Clock clock) {
    this.db = db;
    this.table = table;
    this.clock = clock;
  }

  /** How somebody stands to an idea. */
  public record Mine(boolean supports, boolean follows) {

    /** Somebody who is not signed in. */
    public static final Mine NONE = new Mine(false, false);
  }

  /** How this person stands to an idea. */
  public Mine of(AccountId person, IdeaId idea) {
    return db.sql("""
        select exists (select from ideas.support where idea_id = :idea and account_id = :person) as supports,
          exists (select from ideas.follower where idea_id = :idea and account_id = :person) as follows
        """).param("idea", idea.value()).param("person", person.value()).query((row, n) -> new Mine(row.getBoolean("supports"), row.getBoolean("follows"))).single();
  }

  /** Wants it too, and follows it from now on. @return false when it is one's own, or was supported before */
  @Transactional
  public boolean support(AccountId person, IdeaId id) {
    Idea idea = shown(id);
    if (idea.by(person)) return false;
    int added = add("support", person, id);
    if (added == 1) add("follower", person, id);
    return added == 1;
  }

  /** Takes the support back; following stays. @return false when there was none */
  @Transactional
  public boolean unsupport(AccountId person, IdeaId id) {
    shown(id);
    return remove("support", person, id);
  }

  /** Is told from now on. */
  @Transactional
  public void follow(AccountId person, IdeaId id) {
    shown(id);
    add("follower", person, id);
  }

  /** Is told no more. @return false when nothing was told anyway */
  @Transactional
  public boolean unfollow(AccountId person, IdeaId id) {
    shown(id);
    return remove("follower", person, id);
  }

  private Idea shown(IdeaId id) {
    return table.find(id).filter(Idea::shown).orElseThrow(() -> new NotFound("idea " + id));
  }

  private int add(String what, AccountId person, IdeaId id) {
    return db.sql("insert into ideas." + what + " (idea_id, account_id, at) values (:idea, :person, :now) on conflict do nothing")
        .param("idea", id.value()).param("person", person.value()).param("now", IdeaTable.at(clock.instant())).update();
  }

  private boolean remove(String what, AccountId person, IdeaId id) {
    return db.sql("delete from ideas." + what + " where idea_id = :idea and account_id = :person").param("idea", id.value()).param("person", person.value()).update() == 1;
  }
}
