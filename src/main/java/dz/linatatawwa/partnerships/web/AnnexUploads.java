package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.partnerships.AgreementText;
import dz.linatatawwa.partnerships.Annexes;
import dz.linatatawwa.site.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Annexes that come with the form of an agreement: each is kept, or the reason stands beside the field. */
@Component
class AnnexUploads {

  private final Files files;

  AnnexUploads(Files files) {
    this.files = files;
  }

  List<FileId> take(AccountId person, @Nullable List<MultipartFile> uploads, Problems problems) {
    List<FileId> kept = new ArrayList<>();
    if (uploads == null) return kept;
    List<MultipartFile> sent = uploads.stream().filter(upload -> !upload.isEmpty()).toList();
    if (sent.size() > AgreementText.MOST_ANNEXES) problems.add("annexes", "partnerships.problem.annexes", AgreementText.MOST_ANNEXES);
    for (MultipartFile upload : problems.of("annexes") == null ? sent : List.<MultipartFile>of()) {
      files.keep(person, Annexes.PURPOSE, upload, kept::add).ifPresent(why -> problems.add("annexes", why.key(), why.arguments().toArray()));
    }
    return kept;
  }

  void forget(List<FileId> kept) {
    kept.forEach(files::delete);
  }
}
