package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Matters;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the ideas and words of somebody who leaves: comments go; an idea that nobody else has joined goes; one that others support, answered or took up stays without
 *  its author. */
@Component
class IdeasLeaving {

  private final JdbcClient db;
  private final IdeaPictures pictures;
  private final dz.linatatawwa.files.Files files;
  private final Matters matters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IdeasLeaving(JdbcClient db, IdeaPictures pictures, dz.linatatawwa.files.Files files, Matters matters, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.pictures = pictures;
    this.files = files;
    this.matters = matters;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void left(AccountClosed closed) {
    long person = closed.account().value();
    comments(person);
    for (IdeaId id : alone(person)) {
      matters.withdraw(IdeaReports.IDEA, id.value(), closed.account());
      pictures.removeAll(id);
      empty(id);
    }
    db.sql("update ideas.idea set author_id = null, names_author = false where author_id = :person").param("person", person).update();
    for (UUID file : db.sql("select file_id from ideas.picture where added_by = :person and idea_id is null and removed_at is null").param("person", person).query(UUID.class).list()) {
      files.delete(new dz.linatatawwa.files.FileId(file));
    }
    db.sql("""
        update ideas.picture set added_by = null, removed_at = case when idea_id is null then coalesce(removed_at, :now) else removed_at end where added_by = :person
        """).param("person", person).param("now", IdeaTable.at(clock.instant())).update();
    events.publishEvent(new PublicPagesChanged());
  }

  private void comments(long person) {
    db.sql("""
        update ideas.comment
        set words = '———', author_id = null, held_at = null, removed_at = coalesce(removed_at, :now), removed_by = coalesce(removed_by, 'author')
        where author_id = :person
        """).param("person", person).param("now", IdeaTable.at(clock.instant())).update();
  }

  /** Ideas that nobody sees, or that nobody else has joined, answered or taken up. */
  private List<IdeaId> alone(long person) {
    return db.sql("""
        select i.id from ideas.idea i
        where i.author_id = :person and (not i.shown or (i.state = 'received' and i.supporters = 0 and i.comments = 0
          and not exists (select from ideas.adoption a where a.idea_id = i.id)))
        """).param("person", person).query(Long.class).list().stream().map(IdeaId::new).toList();
  }

  private void empty(IdeaId id) {
    db.sql("""
        update ideas.idea
        set title = '———', about = null, exact = false, lat = null, lon = null, title_words = ''::tsvector, words = ''::tsvector, withdrawn_at = coalesce(withdrawn_at, :now)
        where id = :id
        """).param("id", id.value()).param("now", IdeaTable.at(clock.instant())).update();
    db.sql("update ideas.picture set alt = '———' where idea_id = :id").param("id", id.value()).update();
  }
}
