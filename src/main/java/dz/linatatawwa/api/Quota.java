package dz.linatatawwa.api;

/** How often somebody may come, and how often they still may: the fields {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10).
 *  @param policy  its name: {@code key} or {@code network}
 *  @param most    calls in each window
 *  @param seconds of a window
 *  @param left    calls in this window
 *  @param resets  seconds until the next window */
public record Quota(String policy, int most, int seconds, int left, int resets) {

  public boolean spent() {
    return left < 0;
  }

  /** The value of {@code RateLimit-Policy}. */
  public String policyField() {
    return "\"" + policy + "\";q=" + most + ";w=" + seconds;
  }

  /** The value of {@code RateLimit}. */
  public String field() {
    return "\"" + policy + "\";r=" + Math.max(0, left) + ";t=" + resets;
  }
}
