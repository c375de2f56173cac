package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.StoredFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pictures that came with a testimony: for their author and the media cell. What is published of them is a copy among the pictures of the story. */
@Component
class SentPictures implements FileAccess {

  static final String PURPOSE = "story-sent";

  private final MediaCell cell;
  private final Accounts accounts;

  SentPictures(MediaCell cell, Accounts accounts) {
    this.cell = cell;
    this.accounts = accounts;
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return FileKind.pictures();
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && (cell.since(person).isPresent() || accounts.find(person).filter(account -> account.administrator()).isPresent());
  }
}
