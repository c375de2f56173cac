package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of stories. The public sees one when its story is shown in a revision that has it, and everybody on it agrees at that moment. */
@Component
public class StoryPictures implements StayingPictures {

  /** Of one story, at most. */
  public static final int MOST = 12;

  private static final String PURPOSE = "story-picture";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final StoryTable table;
  private final MediaCell cell;
  private final Accounts accounts;
  private final PublicEye eye;
  private final Clock clock;

  StoryPictures(JdbcClient db, ObjectProvider<Files> files, StoryTable table, MediaCell cell, Accounts accounts, PublicEye eye, Clock clock) {
    this.db = db;
    this.files = files;
    this.table = table;
    this.cell = cell;
    this.accounts = accounts;
    this.eye = eye;
    this.clock = clock;
  }

  /** What is told of a picture. @param people somebody can be recognised on it */
  public record About(String altAr, String altFr, String altEn, boolean people) {}

  /** Keeps a picture, or says why not. What is public already gets it with the next publication. */
  @Transactional
  public Optional<Kept.Refused> add(AccountId by, StoryId id, MultipartFile upload, About about) {
    return add(by, id, about, then -> files.getObject().keep(by, PURPOSE, upload, then));
  }

  /** As above, for a picture that came by no form. */
  @Transactional
  public Optional<Kept.Refused> put(AccountId by, StoryId id, byte[] png, About about) {
    return put(by, id, about, "story.png", "image/png", png);
  }

  /** As above, a copy of what somebody sent in: it is the story's from now on. */
  @Transactional
  public Optional<Kept.Refused> copy(AccountId by, StoryId id, FileId sent, About about) {
    Optional<byte[]> bytes = files.getObject().read(sent);
    return bytes.isEmpty() ? Optional.empty() : put(by, id, about, "story.jpg", "image/jpeg", bytes.get());
  }

  private Optional<Kept.Refused> put(AccountId by, StoryId id, About about, String name, String type, byte[] content) {
    return add(by, id, about, then -> switch (files.getObject().keep(by, PURPOSE, name, type, content)) {
      case Kept.Refused refused -> Optional.of(refused);
      case Kept.Stored(FileId file) -> {
        then.accept(file);
        yield Optional.empty();
      }
    });
  }

  private Optional<Kept.Refused> add(AccountId by, StoryId id, About about, Function<Consumer<FileId>, Optional<Kept.Refused>> keeping) {
    Story story = table.lock(id).orElseThrow();
    if (of(story).size() >= MOST) return Optional.of(new Kept.Refused("stories.problem.pictures", List.of(MOST)));
    return keeping.apply(file -> insert(by, story, file, about));
  }

  private void insert(AccountId by, Story story, FileId file, About about) {
    boolean fresh = story.live() != null && story.newest() == story.live();
    int since = fresh ? story.newest() + 1 : story.newest();
    if (fresh) {
      table.revise(story.id(), since, story.words(), by, clock.instant());
      table.update(story.id(), new StoryDraft(story.kind(), story.wilaya(), story.field(), story.words()), since, clock.instant());
    }
    db.sql("""
        insert into stories.picture (file_id, story_id, number, since, alt_ar, alt_fr, alt_en, people, added_by, added_at)
        values (:file, :story, (select coalesce(max(number), 0) + 1 from stories.picture where story_id = :story), :since, :ar, :fr, :en, :people, :by, :now)
        """).param("file", file.value()).param("story", story.id().value()).param("since", since).param("ar", about.altAr()).param("fr", about.altFr())
        .param("en", about.altEn()).param("people", about.people()).param("by", by.value()).param("now", StoryTable.at(clock.instant())).update();
  }

  /** Takes a picture away for good, from what is public too, and who was on it with it. @return false when it is none of this story */
  @Transactional
  public boolean remove(StoryId story, FileId file) {
    int removed = db.sql("""
        update stories.picture set removed_at = :now, alt_ar = '———', alt_fr = '———', alt_en = '———' where file_id = :file and story_id = :story and removed_at is null
        """).param("now", StoryTable.at(clock.instant())).param("file", file.value()).param("story", story.value()).update();
    if (removed == 0) return false;
    db.sql("delete from stories.shown_person where file_id = :file").param("file", file.value()).update();
    files.getObject().delete(file);
    eye.refresh();
    return true;
  }

  /** The pictures of a story in the revision whose words it has, whether or not they may be shown. */
  public List<StoryPicture> of(Story story) {
    return db.sql("""
        select p.file_id, p.number, p.since, p.alt_ar, p.alt_fr, p.alt_en, p.people, stories.may_be_shown(p.file_id, :adults) as free
        from stories.picture p where p.story_id = :story and p.since <= :number and p.removed_at is null order by p.number
        """).param("adults", table.adults()).param("story", story.id().value()).param("number", story.number()).query((row, n) -> read(row)).list();
  }

  /** Those of them that everybody may see now. */
  public List<StoryPicture> free(Story story) {
    return of(story).stream().filter(StoryPicture::free).toList();
  }

  /** The first picture that everybody may see of each of these stories that has one. */
  public Map<StoryId, StoryPicture> covers(List<Story> stories) {
    if (stories.isEmpty()) return Map.of();
    return db.sql("""
        select distinct on (p.story_id) p.story_id, p.file_id, p.number, p.since, p.alt_ar, p.alt_fr, p.alt_en, p.people, true as free
        from stories.picture p join stories.story s on s.id = p.story_id
        where p.story_id = any(:stories) and p.since <= s.live and p.removed_at is null and stories.may_be_shown(p.file_id, :adults)
        order by p.story_id, p.number
        """).param("stories", stories.stream().map(story -> story.id().value()).toArray(Long[]::new)).param("adults", table.adults())
        .query((row, n) -> Map.entry(new StoryId(row.getLong("story_id")), read(row))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static StoryPicture read(ResultSet row) throws SQLException {
    return new StoryPicture(new FileId(row.getObject("file_id", UUID.class)), row.getInt("number"), row.getInt("since"), row.getString("alt_ar"), row.getString("alt_fr"),
        row.getString("alt_en"), row.getBoolean("people"), row.getBoolean("free"));
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  /** Everybody while it is shown; before that the media cell, and whoever is asked whether they may be. */
  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    Optional<Long> story = db.sql("select story_id from stories.picture where file_id = :file and removed_at is null").param("file", file.id().value()).query(Long.class).optional();
    if (story.isEmpty()) return false;
    Optional<Story> live = table.live(new StoryId(story.get())).filter(found -> found.state(clock.instant()) == StoryState.SHOWN);
    if (live.isPresent() && free(live.get()).stream().anyMatch(picture -> picture.file().equals(file.id()))) return true;
    return person != null && (cell.since(person).isPresent() || accounts.find(person).filter(account -> account.administrator()).isPresent() || isOn(person, file.id()));
  }

  private boolean isOn(AccountId person, FileId file) {
    return db.sql("select exists (select from stories.shown_person where file_id = :file and account_id = :person)").param("file", file.value()).param("person", person.value())
        .query(Boolean.class).single();
  }
}
