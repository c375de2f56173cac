package dz.linatatawwa.eligibility;

/** What may be counted in the lines of the ledger: each once, however many hours it brought, as long as more was written than taken back. */
public enum What {
  DAYS("day"),
  WILAYAS("wilaya_code"),
  ORGANIZATIONS("organization_id"),
  OPPORTUNITIES("opportunity_id"),
  FIELDS("field_code");

  private final String column;

  What(String column) {
    this.column = column;
  }

  /** Of {@code hours.ledger}. */
  String column() {
    return column;
  }

  /** As kept, as sent and in message keys: {@code wilayas}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
