package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.site.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form of a case. */
@Component
class ContestUploads {

  private final Files files;

  ContestUploads(Files files) {
    this.files = files;
  }

  /** @return null where none came, or it was refused; then the problem says why */
  @Nullable FileId keep(AccountId owner, @Nullable MultipartFile upload, Problems problems) {
    if (upload == null || upload.isEmpty() || problems.any()) return null;
    return switch (files.keep(owner, "contest-paper", upload)) {
      case Kept.Stored(FileId id) -> id;
      case Kept.Refused(String key, List<Object> arguments) -> {
        problems.add("file", key, arguments.toArray());
        yield null;
      }
    };
  }
}
