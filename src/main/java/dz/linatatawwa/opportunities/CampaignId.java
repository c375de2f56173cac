package dz.linatatawwa.opportunities;

/** Names a campaign. */
public record CampaignId(long value) {

  public CampaignId {
    if (value < 1) throw new IllegalArgumentException("not the id of a campaign: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
