package dz.linatatawwa.demo;

import dz.linatatawwa.language.Folding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Writes the organisations, their members, and what waits for a supervisor. */
final class BodyRows {

  private final Connection connection;
  private final Staff staff;
  private final LocalDate today;

  BodyRows(Connection connection, Staff staff, LocalDate today) {
    this.connection = connection;
    this.staff = staff;
    this.today = today;
  }

  void write(Bodies bodies) throws SQLException {
    organizations(bodies);
    fields(bodies);
    members(bodies);
    matters(bodies);
  }

  private void organizations(Bodies bodies) throws SQLException {
    try (Rows rows = new Rows(connection, "organizations.organization (id, kind, name_ar, name_fr, name_key, scope, receipt_number, receipt_date, receipt_authority,"
        + " wilaya_code, commune_code, about, president, registered_at, registered_by, state, state_since, verified_at, answer_minutes)")) {
      for (Body body : bodies.all) {
        String registered = Instants.at(body.registered());
        rows.row(body.id(), body.kind(), body.nameAr(), body.nameFr(), Folding.fold(body.nameAr()), body.scope(), body.receipt(),
            body.receipt() == null ? null : body.registered().minusYears(1), body.receipt() == null ? null : body.scope().equals("communal") ? "commune" : "wilaya",
            body.town().wilaya(), body.town().code(), body.about(), body.president(), registered, body.owner(), body.state(), registered,
            body.verified() || body.state().equals("suspended") ? Instants.at(body.registered().plusDays(2)) : null, body.verified() ? body.answerMinutes() : null);
      }
      rows.end();
    }
  }

  private void fields(Bodies bodies) throws SQLException {
    try (Rows rows = new Rows(connection, "organizations.organization_field (organization_id, field_code)")) {
      for (Body body : bodies.all) for (String field : body.fields()) rows.row(body.id(), field);
      rows.end();
    }
  }

  private void members(Bodies bodies) throws SQLException {
    try (Rows rows = new Rows(connection, "organizations.member (organization_id, account_id, role, since)")) {
      for (Body body : bodies.all) {
        rows.row(body.id(), body.owner(), "owner", Instants.at(body.registered()));
        rows.row(body.id(), body.coordinator(), "coordinator", Instants.at(body.registered()));
      }
      rows.end();
    }
  }

  private void matters(Bodies bodies) throws SQLException {
    try (Rows rows = new Rows(connection, "supervision.matter (kind, subject_id, wilaya_code, commune_code, fields, summary, opened_at, due_at, decided_at, decided_by, decision,"
        + " reason_code)")) {
      for (Body body : bodies.all) {
        boolean waiting = body.state().equals("waiting");
        LocalDate opened = waiting ? today.minusDays(body.id() % 6) : body.registered();
        String decision = waiting ? null : body.state().equals("refused") ? "refused" : "verified";
        rows.row("organization-verification", body.id(), body.town().wilaya(), body.town().code(), body.fields(), body.nameAr(), Instants.at(opened), Instants.at(opened.plusDays(3)),
            waiting ? null : Instants.at(opened.plusDays(1)), waiting ? null : staff.of(body.town().wilaya()), decision,
            "refused".equals(decision) ? "documents" : null);
      }
      rows.end();
    }
  }
}
