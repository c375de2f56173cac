package dz.linatatawwa.demo;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.stories.StoryDesk;
import dz.linatatawwa.stories.StoryDraft;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryKind;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.stories.StoryText;
import dz.linatatawwa.stories.StoryWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration has news and testimonies in three languages, one that is to come and one that waits for its teller. Pictures are drawn: nobody is on them. All of it stands
 *  after one commit, or none. */
@Component
@ConditionalOnExpression("${linatatawwa.demo:false} and not ${linatatawwa.command:false} and not ${linatatawwa.rehearsal:false}")
class FirstStories {

  private static final Logger LOG = LoggerFactory.getLogger(FirstStories.class);
  private static final long WHAT = 91;

  private final JdbcClient db;
  private final StoryDesk desk;
  private final StoryPictures pictures;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstStories(JdbcClient db, StoryDesk desk, StoryPictures pictures, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.desk = desk;
    this.pictures = pictures;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    boolean filled = db.sql("select exists (select from accounts.account where id = :editor) and not exists (select from stories.story)").param("editor", Staff.EDITOR_ID)
        .query(Boolean.class).single();
    if (!filled) return;
    List<String[]> rows = rows();
    transaction.executeWithoutResult(status -> {
      db.sql("insert into stories.editor (account_id, granted_at, granted_by, until_day) values (:editor, :now, :by, current_date + 300)").param("editor", Staff.EDITOR_ID)
          .param("now", Timestamp.from(clock.instant())).param("by", Staff.ADMINISTRATOR_ID).update();
      for (int i = 0; i < rows.size(); i++) write(rows.get(i), i);
    });
    LOG.info("{} stories of the demonstration", rows.size());
  }

  private void write(String[] cell, int number) {
    AccountId editor = new AccountId(Staff.EDITOR_ID);
    StoryKind kind = StoryKind.of(cell[0]).orElseThrow();
    StoryWords words = new StoryWords(text(cell, 5), text(cell, 8), text(cell, 11));
    StoryId id = desk.begin(editor, new StoryDraft(kind, cell[2].isEmpty() ? null : new WilayaCode(cell[2]), cell[1], words));
    if (!cell[3].isEmpty()) {
      byte[] drawing = PlaceDrawing.png(cell[3], true, Chance.of(DemoWorld.SEED, WHAT, number));
      pictures.put(editor, id, drawing, new StoryPictures.About(cell[14], cell[15], cell[16], false));
    }
    Instant when = clock.instant().minus(Duration.ofDays(Integer.parseInt(cell[4]))).minus(Duration.ofHours(number));
    if (kind == StoryKind.TESTIMONY) teller(id, cell[2], words.fr().whole(), when);
    if (kind == StoryKind.NEWS || words.fr().whole()) desk.publish(editor, id, when);
    db.sql("update stories.story set publish_at = :at, made_at = least(made_at, :at) where id = :id and live is not null").param("at", Timestamp.from(when)).param("id", id.value()).update();
  }

  /** A grown-up volunteer of the wilaya; the volunteer of this demonstration is asked and has not answered yet. */
  private void teller(StoryId id, String wilaya, boolean agreed, Instant when) {
    long teller = db.sql(agreed ? "select account_id from volunteers.volunteer where wilaya_code = cast(:wilaya as char(2)) and birth_year between 1955 and 2004 order by account_id limit 1"
        : "select id from accounts.account where email = :mail").param("wilaya", wilaya).param("mail", Staff.VOLUNTEER).query(Long.class).single();
    db.sql("update stories.story set teller_id = :teller where id = :id").param("teller", teller).param("id", id.value()).update();
    db.sql("insert into stories.agreement (story_id, revision, account_id, version, asked_by, asked_at, agreed_at) values (:id, 1, :teller, 1, :by, :at, :agreed)").param("id", id.value())
        .param("teller", teller).param("by", Staff.EDITOR_ID).param("at", Timestamp.from(when)).param("agreed", agreed ? Timestamp.from(when) : null).update();
  }

  private static StoryText text(String[] cell, int at) {
    StringBuilder body = new StringBuilder();
    String before = "";
    for (String line : cell[at + 2].split("\\|")) {
      boolean goesOn = item(line) && item(before);
      body.append(body.isEmpty() ? "" : goesOn ? "\n" : "\n\n").append(line);
      before = line;
    }
    return new StoryText(cell[at], cell[at + 1], body.toString());
  }

  private static boolean item(String line) {
    return line.matches("(?:- |\\d\\. ).*");
  }

  private static List<String[]> rows() {
    try (InputStream file = FirstStories.class.getResourceAsStream("/demo/stories.tsv")) {
      if (file == null) throw new IllegalStateException("/demo/stories.tsv is missing");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
