package dz.linatatawwa.recognition;

/** How a badge looks.
 *  @param shape 0 to 6: from a plain diamond to a star of twelve points, as {@code site.BadgeShape} draws it
 *  @param mark  a number of up to four digits, or the code of a {@link Symbol} */
public record Picture(int shape, Tone tone, String mark) {

  public Picture {
    if (shape < 0 || shape > 6) throw new IllegalArgumentException("not a shape: " + shape);
    if (!mark.matches("[0-9]{1,4}") && Symbol.of(mark).isEmpty()) throw new IllegalArgumentException("not a mark: " + mark);
  }

  /** Whether a number stands inside. */
  public boolean numbered() {
    return mark.matches("[0-9]{1,4}");
  }
}
