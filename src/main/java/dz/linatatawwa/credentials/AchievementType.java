package dz.linatatawwa.credentials;

/** What kind of achievement is recognised, in the words of Open Badges. */
public enum AchievementType {
  /** Hours given. */
  COMMUNITY_SERVICE("CommunityService", true),
  /** A deed: the first hour, five wilayas, a mentor. */
  BADGE("Badge", true),
  /** A training that was completed; its time is no volunteer time. */
  CERTIFICATE_OF_COMPLETION("CertificateOfCompletion", false);

  private final String term;
  private final boolean hours;

  AchievementType(String term, boolean hours) {
    this.term = term;
    this.hours = hours;
  }

  /** The term of the vocabulary: {@code CommunityService}. */
  public String term() {
    return term;
  }

  /** Whether a credential of this kind may tell volunteer hours. */
  public boolean tellsHours() {
    return hours;
  }
}
