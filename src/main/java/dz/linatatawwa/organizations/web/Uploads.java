package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.organizations.Documents;
import dz.linatatawwa.site.Problems;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Papers that come with a form: each is kept, or the reason stands beside the field. */
@Component
class Uploads {

  private final Files files;

  Uploads(Files files) {
    this.files = files;
  }

  /** @param already how many papers are there before
   *  @param each    is told of every one that was kept */
  void take(AccountId person, List<MultipartFile> uploads, int already, Problems problems, Consumer<FileId> each) {
    int count = already;
    for (MultipartFile upload : uploads) {
      if (upload.isEmpty() && (upload.getOriginalFilename() == null || upload.getOriginalFilename().isEmpty())) continue;
      if (++count > Documents.MOST) {
        problems.add("documents", "organizations.problem.tooManyPapers", Documents.MOST);
        return;
      }
      files.keep(person, Documents.PURPOSE, upload, each).ifPresent(why -> problems.add("documents", why.key(), why.arguments().toArray()));
    }
  }
}
