package dz.linatatawwa.figures;

import java.util.function.Consumer;

/** Something that is kept for speed and can be made anew from what is true, while the platform runs. */
public interface Rebuilding {

  /** What it is, in a word for the command line. */
  String name();

  /** Brings it up to what is true now; nothing where another process does just that. */
  void catchUp();

  /** Makes it anew, step by step; a step that was not ended is made again next time.
   *  @param told hears of each step that is done */
  void rebuild(Consumer<String> told);
}
