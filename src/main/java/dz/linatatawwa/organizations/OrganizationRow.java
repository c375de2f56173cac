package dz.linatatawwa.organizations;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table as a record. */
final class OrganizationRow {

  static final String COLUMNS = """
      o.id, o.kind, o.name_ar, o.name_fr, o.scope, o.receipt_number, o.receipt_date, o.receipt_authority, o.wilaya_code, o.commune_code,
      o.address, o.about, o.phone, o.email, o.website, o.president, o.mandate_ends, o.state, o.state_since, o.state_code, o.state_reason, o.verified_at,
      o.answer_minutes, o.logo,
      array(select f.field_code from organizations.organization_field f where f.organization_id = o.id order by 1) as fields
      """;

  private OrganizationRow() {}

  static Organization read(ResultSet row, int number) throws SQLException {
    return new Organization(new OrganizationId(row.getLong("id")), profile(row), OrganizationState.of(row.getString("state")).orElseThrow(),
        instant(row, "state_since"), row.getString("state_code"), row.getString("state_reason"), maybe(row, "verified_at"), row.getObject("answer_minutes", Integer.class),
        row.getObject("logo", UUID.class) instanceof UUID logo ? new FileId(logo) : null);
  }

  private static Profile profile(ResultSet row) throws SQLException {
    String authority = row.getString("receipt_authority");
    return new Profile(OrganizationKind.of(row.getString("kind")).orElseThrow(), row.getString("name_ar"), row.getString("name_fr"),
        Scope.of(row.getString("scope")).orElseThrow(),
        new Receipt(row.getString("receipt_number"), row.getObject("receipt_date", LocalDate.class),
            authority == null ? null : ReceiptAuthority.of(authority).orElseThrow()),
        new Seat(new WilayaCode(row.getString("wilaya_code")), new CommuneCode(row.getString("commune_code")), row.getString("address")),
        strings(row.getArray("fields")), row.getString("about"),
        new Reach(row.getString("phone"), row.getString("email"), row.getString("website")),
        row.getString("president"), row.getObject("mandate_ends", LocalDate.class));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }
}
