package dz.linatatawwa.demo;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.language.Stems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration has ideas of its people: supported, discussed, answered, taken up, and a beach before and after. All of it stands after one commit, or none. */
@Component
@ConditionalOnExpression("${linatatawwa.demo:false} and not ${linatatawwa.command:false} and not ${linatatawwa.rehearsal:false}")
class FirstIdeas {

  private static final Logger LOG = LoggerFactory.getLogger(FirstIdeas.class);
  private static final long WHAT = 90;
  /** So long after it was proposed what is done was done. */
  private static final Duration DONE = Duration.ofHours(110);

  private final JdbcClient db;
  private final IdeaPictures pictures;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstIdeas(JdbcClient db, IdeaPictures pictures, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.pictures = pictures;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Row(String kind, String field, String commune, String state, int supporters, String code, String title, String about, String answer, List<String> comments, String place) {}

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    boolean filled = db.sql("select exists (select from volunteers.volunteer) and not exists (select from ideas.idea)").query(Boolean.class).single();
    if (!filled) return;
    List<Row> rows = rows();
    transaction.executeWithoutResult(status -> {
      for (int i = 0; i < rows.size(); i++) write(rows.get(i), i);
    });
    db.sql("analyze ideas.idea, ideas.support, ideas.comment").update();
    LOG.info("{} ideas of the demonstration", rows.size());
  }

  private void write(Row row, int number) {
    Chance chance = Chance.of(DemoWorld.SEED, WHAT, number);
    Instant made = clock.instant().minus(Duration.ofHours(30 + 31L * number + chance.below(20)));
    String wilaya = row.commune.isEmpty() ? null : db.sql("select wilaya_code from places.commune where code = :code").param("code", row.commune).query(String.class).single();
    long author = number == 0 ? volunteer() : people(wilaya, 40).get(chance.below(20));
    long id = idea(row, wilaya, author, made, chance);
    support(id, author, row.supporters, made);
    comments(row, id, author, wilaya, row.state.equals("done") ? made.plus(DONE) : made);
    way(row, id, wilaya, made);
    if (row.place.isEmpty()) return;
    picture(id, author, row, false, made, chance);
    if (row.state.equals("done")) picture(id, author, row, true, made.plus(DONE), chance);
  }

  private long volunteer() {
    return db.sql("select id from accounts.account where email = :mail").param("mail", Staff.VOLUNTEER).query(Long.class).single();
  }

  /** Grown-up volunteers of a wilaya, or of the nation. */
  private List<Long> people(@Nullable String wilaya, int most) {
    List<Long> here = db.sql("""
        select account_id from volunteers.volunteer where birth_year between 1960 and 2005 and (cast(:wilaya as text) is null or wilaya_code = cast(:wilaya as char(2)))
        order by account_id desc limit :most
        """).param("wilaya", wilaya).param("most", most).query((line, n) -> line.getLong("account_id")).list();
    return here.size() < 20 && wilaya != null ? people(null, most) : here;
  }

  private long idea(Row row, @Nullable String wilaya, long author, Instant made, Chance chance) {
    boolean need = row.kind.equals("need");
    return db.sql("""
        insert into ideas.idea (kind, title, about, field_code, wilaya_code, commune_code, lat, lon, exact, names_author, author_id, state, state_since, title_words, words, made_at, changed_at)
        select :kind, :title, :about, nullif(:field, ''), :wilaya, nullif(:commune, ''), round(cast(c.lat + :north as numeric), 4), round(cast(c.lon + :east as numeric), 4), :need, true, :author, :state, :made,
          to_tsvector('simple', :titleWords), to_tsvector('simple', :words), :made, :made
        from (select 1) one left join places.commune c on c.code = :commune
        returning id
        """).param("kind", row.kind).param("title", row.title).param("about", row.about).param("field", row.field).param("wilaya", wilaya).param("commune", row.commune)
        .param("north", need ? chance.share() * 0.02 - 0.01 : 0).param("east", need ? chance.share() * 0.02 - 0.01 : 0).param("need", need).param("author", author)
        .param("state", row.state).param("made", Timestamp.from(made)).param("titleWords", Stems.searchText(row.title)).param("words", Stems.searchText(row.title + " " + row.about))
        .query(Long.class).single();
  }

  private void support(long id, long author, int number, Instant made) {
    db.sql("""
        insert into ideas.support (idea_id, account_id, at)
        select :id, account_id, :made from volunteers.volunteer where account_id <> :author order by md5(account_id || '-' || :id) limit :number
        """).param("id", id).param("author", author).param("made", Timestamp.from(made)).param("number", number).update();
    db.sql("insert into ideas.follower (idea_id, account_id, at) select idea_id, account_id, at from ideas.support where idea_id = :id").param("id", id).update();
    db.sql("insert into ideas.follower (idea_id, account_id, at) values (:id, :author, :made)").param("id", id).param("author", author).param("made", Timestamp.from(made)).update();
  }

  private void comments(Row row, long id, long author, @Nullable String wilaya, Instant made) {
    List<Long> people = people(wilaya, 40).stream().filter(person -> person != author).toList();
    for (int i = 0; i < row.comments.size(); i++) {
      db.sql("insert into ideas.comment (idea_id, author_id, words, at) values (:id, :by, :words, :at)").param("id", id).param("by", people.get(5 + i * 3)).param("words", row.comments.get(i))
          .param("at", Timestamp.from(made.plus(Duration.ofHours(3 + 5L * i)))).update();
    }
  }

  /** The steps until now: by those in power, or by an organisation of the wilaya. */
  private void way(Row row, long id, @Nullable String wilaya, Instant made) {
    step(id, "received", null, "", null, null, made);
    if (row.state.equals("received")) return;
    Long supervisor = db.sql("select account_id from supervision.supervisor where ended_at is null and wilaya_code is not distinct from cast(:wilaya as char(2)) order by account_id limit 1")
        .param("wilaya", wilaya).query(Long.class).optional().orElse(Staff.ADMINISTRATOR_ID);
    Instant later = made.plus(Duration.ofHours(20));
    if (row.kind.equals("improvement") || row.state.equals("studied") || row.state.equals("declined")) {
      step(id, row.state, row.code.isEmpty() ? null : row.code, row.answer, supervisor, null, later);
      return;
    }
    List<Long> body = db.sql("select id from organizations.organization where state = 'verified' and wilaya_code = cast(:wilaya as char(2)) order by id limit 1").param("wilaya", wilaya)
        .query((line, n) -> line.getLong("id")).list();
    if (body.isEmpty()) return;
    long owner = db.sql("select account_id from organizations.member where organization_id = :id and role = 'owner' limit 1").param("id", body.getFirst()).query(Long.class).single();
    step(id, "planned", null, "", owner, body.getFirst(), later);
    if (row.state.equals("done")) step(id, "done", null, row.answer, owner, body.getFirst(), made.plus(DONE));
    adopt(row, id, body.getFirst(), owner, later);
  }

  private void adopt(Row row, long id, long body, long owner, Instant at) {
    Long campaign = !row.kind.equals("initiative") ? null : db.sql("""
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state, made_at, published_at)
        values (:body, :title, :aim, cast(:at as date) + 20, cast(:at as date) + 50, 'published', :at, :at) returning id
        """).param("body", body).param("title", row.title).param("aim", row.about).param("at", Timestamp.from(at)).query(Long.class).single();
    db.sql("insert into ideas.adoption (idea_id, organization_id, campaign_id, by_id, at) values (:id, :body, :campaign, :owner, :at)").param("id", id).param("body", body)
        .param("campaign", campaign).param("owner", owner).param("at", Timestamp.from(at)).update();
  }

  private void step(long id, String state, @Nullable String code, String words, @Nullable Long by, @Nullable Long body, Instant at) {
    db.sql("insert into ideas.step (idea_id, state, reason_code, words, by_id, organization_id, at) values (:id, :state, :code, nullif(:words, ''), :by, :body, :at)").param("id", id)
        .param("state", state).param("code", code).param("words", words).param("by", by).param("body", body).param("at", Timestamp.from(at)).update();
    db.sql("update ideas.idea set state_since = :at where id = :id").param("at", Timestamp.from(at)).param("id", id).update();
  }

  private void picture(long id, long author, Row row, boolean after, Instant at, Chance chance) {
    pictures.put(new AccountId(author), new IdeaId(id), after ? IdeaPictures.Moment.AFTER : IdeaPictures.Moment.BEFORE, row.title, PlaceDrawing.png(row.place, after, chance));
    db.sql("update ideas.picture set added_at = :at where idea_id = :id and moment = :moment").param("at", Timestamp.from(at)).param("id", id)
        .param("moment", after ? "after" : "before").update();
  }

  private static List<Row> rows() {
    try (InputStream file = FirstIdeas.class.getResourceAsStream("/demo/ideas.tsv")) {
      if (file == null) throw new IllegalStateException("/demo/ideas.tsv is missing");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).map(line -> row(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String[] cell) {
    return new Row(cell[0], cell[1], cell[2], cell[3], Integer.parseInt(cell[4]), cell[5], cell[6], cell[7], cell[8], cell[9].isEmpty() ? List.of() : List.of(cell[9].split("\\|")), cell[10]);
  }
}
