package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Testimonies as their authors see them: sent to the media cell by who has confirmed hours, followed, taken back whenever they like. */
@Service
public class SentTestimonies {

  /** So many of one author wait at most. */
  public static final int MOST = 3;

  /** Version of the words that authors agree to ({@code stories.tell.agree}). */
  static final int VERSION = 1;

  private final SentTable table;
  private final Tellers tellers;
  private final EarnedHours hours;
  private final Volunteers volunteers;
  private final MediaCell cell;
  private final Notices notices;
  private final ObjectProvider<Files> files;
  private final Clock clock;

  SentTestimonies(SentTable table, Tellers tellers, EarnedHours hours, Volunteers volunteers, MediaCell cell, Notices notices, ObjectProvider<Files> files, Clock clock) {
    this.table = table;
    this.tellers = tellers;
    this.hours = hours;
    this.volunteers = volunteers;
    this.cell = cell;
    this.notices = notices;
    this.files = files;
    this.clock = clock;
  }

  /** What keeps somebody from sending one now, as a message key; nothing: they may. */
  public Optional<String> hindrance(AccountId person) {
    if (volunteers.find(person).isEmpty()) return Optional.of("stories.tell.noVolunteer");
    if (!hours.some(person)) return Optional.of("stories.tell.noHours");
    return table.waitingOf(person) >= MOST ? Optional.of("stories.tell.many") : Optional.empty();
  }

  /** Sends one; the same words again wait once. Whoever sends is not {@linkplain #hindrance hindered}: the caller asks before.
   *  @return why its picture was not taken; nothing: it is sent */
  @Transactional
  public Optional<Kept.Refused> send(AccountId author, SentDraft draft, @Nullable MultipartFile picture) {
    if (table.waits(author, draft.body())) return Optional.empty();
    if (picture != null) return files.getObject().keep(author, SentPictures.PURPOSE, picture, file -> insert(author, draft, file));
    insert(author, draft, null);
    return Optional.empty();
  }

  private void insert(AccountId author, SentDraft draft, @Nullable FileId file) {
    if (!table.insert(author, draft, VERSION, file, clock.instant())) return;
    List<AccountId> editors = cell.all().stream().filter(one -> !one.until().isBefore(cell.today())).map(MediaCell.Editor::account).distinct().toList();
    editors.forEach(editor -> notices.leave(editor, "matter-story", "stories.notice.sent.title", "stories.notice.sent.body", "/media/sent", null, draft.title()));
  }

  /** What this person sent, the newest first; at most fifty. */
  public List<SentTestimony> of(AccountId author) {
    return table.of(author);
  }

  /** Takes one back, also when it is public: then it is gone with the next request.
   *  @return false when it is none of theirs, or was declined or taken back before */
  @Transactional
  public boolean withdraw(AccountId author, long id) {
    Optional<SentTestimony> sent = table.lock(id).filter(one -> one.author().equals(author) && one.withdrawnAt() == null && one.reason() == null);
    sent.ifPresent(one -> table.withdrawn(id, clock.instant()));
    sent.map(SentTestimony::story).ifPresent(story -> tellers.takeBack(author, story));
    return sent.isPresent();
  }
}
