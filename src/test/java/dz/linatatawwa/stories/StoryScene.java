package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.SignIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and stories of the tests of this room. */
final class StoryScene {

  private final JdbcClient db;
  private final StoryDesk desk;
  final AccountId editor;

  StoryScene(JdbcClient db, StoryDesk desk) {
    this.db = db;
    this.desk = desk;
    this.editor = editor();
  }

  /** Somebody of the media cell. */
  private AccountId editor() {
    AccountId one = SignIn.account("سهام المحررة");
    db.sql("insert into stories.editor (account_id, granted_at, granted_by, until_day) values (:one, now(), :one, current_date + 90)").param("one", one.value()).update();
    return one;
  }

  static StoryWords words(String title) {
    return new StoryWords(new StoryText(title, "ملخص في جملة", "فقرة أولى.\n\nفقرة ثانية."), StoryText.NONE, StoryText.NONE);
  }

  StoryId draft(StoryKind kind, String title) {
    return desk.begin(editor, new StoryDraft(kind, new WilayaCode("19"), "ENV", words(title)));
  }

  StoryId news(String title) {
    StoryId id = draft(StoryKind.NEWS, title);
    publish(id, Instant.EPOCH);
    return id;
  }

  List<String> publish(StoryId id, Instant when) {
    return desk.publish(editor, id, when);
  }

  /** A testimony whose teller has agreed to it. */
  StoryId testimony(String title, AccountId teller, Tellers tellers) {
    StoryId id = draft(StoryKind.TESTIMONY, title);
    tellers.ask(editor, id, teller);
    tellers.answer(teller, question(id, teller), true);
    return id;
  }

  /** The latest question to somebody about a story. */
  long question(StoryId id, AccountId person) {
    return db.sql("select max(id) from stories.agreement where story_id = :id and account_id = :person").param("id", id.value()).param("person", person.value()).query(Long.class).single();
  }

  static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
