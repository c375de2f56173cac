package dz.linatatawwa.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a table holds, and which fields its columns may fill. */
public enum Kind {
  ORGANIZATIONS("organizations", List.of("id", "name_ar", "name_fr", "kind", "scope", "wilaya", "commune", "address", "fields", "about", "receipt_number",
      "receipt_date", "receipt_authority", "phone", "email", "website", "president", "mandate_ends", "lat", "lon", "deleted")),
  INSTITUTIONS("institutions", List.of("id", "name_ar", "name_fr", "type_ar", "type_fr", "sector", "network", "wilaya", "commune", "daira", "address", "fields", "about",
      "phone", "email", "website", "lat", "lon", "deleted")),
  OPPORTUNITIES("opportunities", List.of("id", "organization", "title", "summary", "description", "field", "activity", "wilaya", "commune", "address", "lat", "lon",
      "remote", "start", "start_time", "end", "end_time", "capacity", "min_age", "audiences", "bring", "nature", "recurrence", "deleted"));

  private final String code;
  private final List<String> fields;

  Kind(String code, List<String> fields) {
    this.code = code;
    this.fields = fields;
  }

  /** As kept, typed at the command line and used in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "imports.kind." + code;
  }

  /** Codes of the fields that a column may fill, the most wanted first. */
  public List<String> fields() {
    return fields;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
