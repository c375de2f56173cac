package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures that come with a form: kept at once, so that a form that comes back does not ask for them again. */
@Component
class IdeaUploads {

  private final IdeaPictures pictures;

  IdeaUploads(IdeaPictures pictures) {
    this.pictures = pictures;
  }

  /** As {@link #waiting}, for the form of an idea: only a need has a picture, and what another kind was sent with is let go. */
  void ofForm(SignedIn me, Map<String, String> typed, @Nullable MultipartFile upload, Problems problems) {
    if (typed.getOrDefault("kind", "").equals("need")) waiting(me, typed, upload, IdeaPictures.Moment.BEFORE, problems);
    else typed.remove("picture");
  }

  /** Keeps what was sent and writes its number into the form under {@code picture}; takes a number out that is none of this person's. */
  void waiting(SignedIn me, Map<String, String> typed, @Nullable MultipartFile upload, IdeaPictures.Moment moment, Problems problems) {
    Optional<FileId> before = FileId.of(typed.getOrDefault("picture", "")).filter(file -> pictures.waits(me.id(), file));
    typed.remove("picture");
    before.ifPresent(file -> typed.put("picture", file.toString()));
    boolean sent = upload != null && !upload.isEmpty();
    if ((sent || before.isPresent()) && !typed.getOrDefault("consent", "").equals("true")) problems.add("consent", "ideas.problem.consent");
    if (!sent || upload == null) return;
    Optional<Kept.Refused> refused = pictures.take(me.id(), upload, moment, alt(typed), file -> typed.put("picture", file.toString()));
    refused.ifPresent(why -> problems.add("upload", why.key(), why.arguments().toArray()));
  }

  private static String alt(Map<String, String> typed) {
    String title = Typed.line(typed.getOrDefault("title", ""));
    if (title.length() < 3) return "———";
    return title.length() > 160 ? title.substring(0, 160) : title;
  }
}
