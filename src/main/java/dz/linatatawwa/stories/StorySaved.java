package dz.linatatawwa.stories;

/** What became of saving a story. */
public sealed interface StorySaved {

  /** It is kept, as this revision; the same words make no new one. */
  record Done(int number) implements StorySaved {}

  /** Somebody else saved since the form was opened. @param newest what they saved */
  record Overtaken(int newest) implements StorySaved {}
}
