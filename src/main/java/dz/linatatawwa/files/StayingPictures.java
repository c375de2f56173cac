package dz.linatatawwa.files;

import java.util.Set;

/** A rule for pictures that belong to what they show: they stay when whoever uploaded them leaves, and it says who may see them. */
public interface StayingPictures extends FileAccess {

  @Override
  default Set<FileKind> accepts() {
    return FileKind.pictures();
  }

  @Override
  default boolean leavesWithOwner() {
    return false;
  }
}
