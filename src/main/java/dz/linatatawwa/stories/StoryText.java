package dz.linatatawwa.stories;

/** A story in one language.
 *  @param title   at most 160 letters
 *  @param summary one or two sentences, at most 300 letters; may be empty
 *  @param body    Markdown, at most 20,000 letters */
public record StoryText(String title, String summary, String body) {

  static final int MOST_TITLE = 160;
  static final int MOST_SUMMARY = 300;
  static final int MOST_BODY = 20_000;

  /** Nothing in this language. */
  public static final StoryText NONE = new StoryText("", "", "");

  /** Whether readers of this language have something to read. */
  public boolean whole() {
    return !title.isEmpty() && !body.isEmpty();
  }

  /** Whether nothing was written at all. */
  public boolean none() {
    return title.isEmpty() && summary.isEmpty() && body.isEmpty();
  }
}
