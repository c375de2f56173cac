package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.StoredFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rule of organisations' logos: pictures, for everybody to see. */
@Component
class Logos implements FileAccess {

  static final String PURPOSE = "organization-logo";

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return FileKind.pictures();
  }

  @Override
  public boolean isPublic() {
    return true;
  }

  @Override
  public boolean leavesWithOwner() {
    return false;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return true;
  }
}
