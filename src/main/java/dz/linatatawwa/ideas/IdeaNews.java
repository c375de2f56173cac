package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What people hear of ideas. The author is told by every way; who follows finds it in the inbox: a message to each of thousands costs what it is not worth. */
@Component
class IdeaNews {

  private static final int AT_ONCE = 500;

  private final JdbcClient db;
  private final IdeaTable table;
  private final IdeaSteps steps;
  private final Notices notices;

  IdeaNews(JdbcClient db, IdeaTable table, IdeaSteps steps, Notices notices) {
    this.db = db;
    this.table = table;
    this.steps = steps;
    this.notices = notices;
  }

  /** Told after the commit, and told again from where it broke off when the process died meanwhile: nobody hears the same step twice. */
  @ApplicationModuleListener
  void moved(IdeaMoved moved) {
    Idea idea = table.find(moved.idea()).orElseThrow();
    Step step = steps.find(moved.step()).orElseThrow();
    String once = "idea:" + idea.id() + ":" + step.id() + ":";
    String key = "ideas.notice." + step.state().code();
    String code = step.code();
    InWords why = words -> code == null ? "" : words.text("ideas.reason." + code);
    AccountId author = idea.author();
    if (author != null && !author.equals(moved.by())) {
      notices.tell(author, "idea-" + step.state().code(), key + ".title", key + ".body", idea.id().path(), once + author, idea.told().title(), why, step.words());
    }
    long after = 0;
    for (List<Long> some = followers(idea.id(), after); !some.isEmpty(); some = followers(idea.id(), after)) {
      some.stream().map(AccountId::new).filter(person -> !person.equals(author) && !person.equals(moved.by())).forEach(person ->
          notices.leave(person, "idea-" + step.state().code(), key + ".title", key + ".body", idea.id().path(), once + person, idea.told().title(), why, step.words()));
      after = some.getLast();
    }
  }

  private List<Long> followers(IdeaId idea, long after) {
    return db.sql("select account_id from ideas.follower where idea_id = :idea and account_id > :after order by account_id limit :most")
        .param("idea", idea.value()).param("after", after).param("most", AT_ONCE).query((row, n) -> row.getLong("account_id")).list();
  }

  /** Whose words were answered hears of it; the author hears once a day that something was said. Only in the inbox: these are a stranger's words. */
  void said(Idea idea, AccountId by, @Nullable Comment answered, long comment, Instant now) {
    String link = idea.id().path() + "#comment-" + comment;
    AccountId to = answered == null ? null : answered.author();
    if (to != null && !to.equals(by)) {
      notices.leave(to, "idea-reply", "ideas.notice.reply.title", "ideas.notice.reply.body", link, "idea-reply:" + comment, idea.told().title());
    }
    AccountId author = idea.author();
    if (author == null || author.equals(by) || author.equals(to)) return;
    LocalDate day = now.atZone(Words.ZONE).toLocalDate();
    notices.leave(author, "idea-comment", "ideas.notice.comment.title", "ideas.notice.comment.body", link, "idea-comment:" + idea.id() + ":" + day, idea.told().title());
  }

  /** Whose words or idea was taken away hears why. */
  void removed(@Nullable AccountId author, Idea idea, String what, String code, String words, String once) {
    if (author == null) return;
    InWords why = all -> all.text("ideas.report." + code);
    notices.tell(author, "idea-removed", "ideas.notice." + what + ".title", "ideas.notice." + what + ".body", null, once, idea.told().title(), why, words);
  }
}
