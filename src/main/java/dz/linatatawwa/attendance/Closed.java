package dz.linatatawwa.attendance;

/** How closing a day ended. */
public sealed interface Closed {

  /** It is closed.
   *  @param proposed how many check-outs were proposed at the shift's end */
  record Done(int came, int noShows, int proposed) implements Closed {}

  /** The shift is not over, and somebody is still in or has no mark. */
  record TooEarly() implements Closed {}
}
