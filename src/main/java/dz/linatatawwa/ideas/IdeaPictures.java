package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of a place that needs hands, before and after: drawn anew by the files room, without where and when they were taken. One is kept from the first sending of a form on,
 *  so that nobody chooses it twice. */
@Component
public class IdeaPictures implements StayingPictures {

  private static final String PURPOSE = "idea-picture";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final IdeaTable table;
  private final Territories territories;
  private final Clock clock;

  IdeaPictures(JdbcClient db, ObjectProvider<Files> files, IdeaTable table, Territories territories, Clock clock) {
    this.db = db;
    this.files = files;
    this.table = table;
    this.territories = territories;
    this.clock = clock;
  }

  /** When a picture was taken. */
  public enum Moment {
    BEFORE, AFTER;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One of them. @param alt what is to be seen on it */
  public record Picture(FileId file, Moment moment, String alt, Instant addedAt) {}

  /** Keeps an upload until its form is right, or says why not.
   *  @param then is told which file it is */
  @Transactional
  public Optional<Kept.Refused> take(AccountId by, MultipartFile upload, Moment moment, String alt, java.util.function.Consumer<FileId> then) {
    return files.getObject().keep(by, PURPOSE, upload, file -> {
      insert(file, null, by, moment, alt);
      then.accept(file);
    });
  }

  /** Keeps a picture that came by no form, at once with its idea. */
  @Transactional
  public void put(AccountId by, IdeaId idea, Moment moment, String alt, byte[] picture) {
    if (files.getObject().keep(by, PURPOSE, "place.png", "image/png", picture) instanceof Kept.Stored(FileId file)) {
      insert(file, idea, by, moment, alt);
    }
  }

  private void insert(FileId file, @Nullable IdeaId idea, AccountId by, Moment moment, String alt) {
    db.sql("insert into ideas.picture (file_id, idea_id, moment, alt, added_by, added_at) values (:file, :idea, :moment, :alt, :by, :now)").param("file", file.value())
        .param("idea", idea == null ? null : idea.value()).param("moment", moment.code()).param("alt", alt).param("by", by.value())
        .param("now", IdeaTable.at(clock.instant())).update();
  }

  /** Whether a picture waits for this person's form. */
  public boolean waits(AccountId by, FileId file) {
    return db.sql("select exists (select from ideas.picture where file_id = :file and added_by = :by and idea_id is null and removed_at is null)")
        .param("file", file.value()).param("by", by.value()).query(Boolean.class).single();
  }

  /** Gives a picture that waited to its idea, in the place of one that was there. @return false when it was none of this person's */
  @Transactional
  public boolean give(AccountId by, FileId file, IdeaId idea, Moment moment, String alt) {
    if (!waits(by, file)) return false;
    of(idea).stream().filter(picture -> picture.moment() == moment).forEach(picture -> remove(picture.file()));
    return db.sql("update ideas.picture set idea_id = :idea, moment = :moment, alt = :alt where file_id = :file and added_by = :by and idea_id is null and removed_at is null")
        .param("idea", idea.value()).param("moment", moment.code()).param("alt", alt).param("file", file.value()).param("by", by.value()).update() == 1;
  }

  /** The pictures of an idea: before, then after. */
  public List<Picture> of(IdeaId idea) {
    return db.sql("select file_id, moment, alt, added_at from ideas.picture where idea_id = :idea and removed_at is null order by moment desc, added_at")
        .param("idea", idea.value()).query((row, n) -> new Picture(new FileId(row.getObject("file_id", UUID.class)),
            Moment.valueOf(row.getString("moment").toUpperCase(java.util.Locale.ROOT)), row.getString("alt"), IdeaTable.instant(row, "added_at"))).list();
  }

  /** The address of the latest small picture of each of these ideas that has one. */
  public Map<IdeaId, String> small(List<IdeaId> ideas) {
    if (ideas.isEmpty()) return Map.of();
    return db.sql("""
        select distinct on (idea_id) idea_id, file_id from ideas.picture
        where idea_id = any(:ideas) and removed_at is null order by idea_id, moment, added_at desc
        """).param("ideas", ideas.stream().map(IdeaId::value).toArray(Long[]::new))
        .query((row, n) -> Map.entry(new IdeaId(row.getLong("idea_id")), "/files/" + row.getObject("file_id", UUID.class) + "/small")).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Takes every picture of an idea away for good. */
  void removeAll(IdeaId idea) {
    of(idea).forEach(picture -> remove(picture.file()));
  }

  /** Takes away what waited for a form that was never sent. @return how many */
  int removeWaiting(Instant before, int most) {
    List<UUID> old = db.sql("select file_id from ideas.picture where idea_id is null and removed_at is null and added_at < :before order by added_at limit :most")
        .param("before", IdeaTable.at(before)).param("most", most)
        .query((row, n) -> row.getObject("file_id", UUID.class)).list();
    old.forEach(file -> remove(new FileId(file)));
    return old.size();
  }

  private void remove(FileId file) {
    db.sql("update ideas.picture set removed_at = :now where file_id = :file").param("now", IdeaTable.at(clock.instant())).param("file", file.value()).update();
    files.getObject().delete(file);
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  /** Everybody, once the idea is seen; before that whoever sent it; what was reported, whoever decides on it. */
  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    Optional<Idea> idea = db.sql("select idea_id from ideas.picture where file_id = :file and idea_id is not null and removed_at is null").param("file", file.id().value())
        .query(Long.class).optional().map(IdeaId::new).flatMap(table::find);
    if (idea.isEmpty()) return person != null && waits(person, file.id());
    return idea.get().shown() || person != null && (idea.get().by(person) || territories.covers(person, idea.get().told().wilaya()));
  }
}
