package dz.linatatawwa.files;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInFiles implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("files.file", Purpose.OFFICE).person("owner").shows("name", "purpose", "bytes", "made_at", "deleted_at").names("name")
            .codes("purpose", "content_type", "sha256").byRoom());
  }
}
