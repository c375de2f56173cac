package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seat of an organisation that was verified goes to another place: an owner asks, a supervisor of the place that it leaves decides. From then on the
 *  supervisors of the new place look after it; what was done before stays where it was done. */
@Component
public class SeatMoves {

  /** The kind of matter that asks a supervisor. */
  public static final String MATTER = "organization-seat";

  private static final Duration TIME_TO_DECIDE = Duration.ofDays(5);
  private static final String SELECT = "select id, organization_id, wilaya_code, commune_code, address, words, asked_by, asked_at from organizations.seat_move ";

  private final JdbcClient db;
  private final OrganizationTable organizations;
  private final MemberTable members;
  private final Matters matters;
  private final Notices notices;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SeatMoves(JdbcClient db, OrganizationTable organizations, MemberTable members, Matters matters, Notices notices, Audit audit, ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.organizations = organizations;
    this.members = members;
    this.matters = matters;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What waits for a decision. */
  public Optional<SeatMove> waiting(OrganizationId id) {
    return db.sql(SELECT + "where organization_id = :id and answer is null").param("id", id.value()).query((row, n) -> read(row)).optional();
  }

  Optional<SeatMove> find(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query((row, n) -> read(row)).optional();
  }

  /** Asks for another seat. Who may is the caller's to check.
   *  @return false when it is the seat that it has, its identity is not settled, or one waits already */
  @Transactional
  public boolean ask(AccountId owner, OrganizationId id, Seat to, String words) {
    Organization organization = organizations.lock(id).orElseThrow(() -> new NotFound("organisation " + id));
    if (!Organizations.identityIsSettled(organization) || organization.profile().seat().commune().equals(to.commune())) return false;
    Optional<Long> move = db.sql("""
        insert into organizations.seat_move (organization_id, wilaya_code, commune_code, address, words, asked_by, asked_at)
        values (:id, :wilaya, :commune, :address, :words, :by, :now)
        on conflict (organization_id) where answer is null do nothing
        returning id
        """).param("id", id.value()).param("wilaya", to.wilaya().value()).param("commune", to.commune().value()).param("address", to.address())
        .param("words", words).param("by", owner.value()).param("now", OrganizationRow.at(clock.instant())).query(Long.class).optional();
    if (move.isEmpty()) return false;
    matters.open(MATTER, move.get(), Whereabouts.in(organization.supervisedBy()), organization.profile().nameAr(), clock.instant().plus(TIME_TO_DECIDE));
    audit.note(owner, "organization.seat-asked", "organization", id.value(), null);
    return true;
  }

  /** Takes the request back.
   *  @return false when none waits */
  @Transactional
  public boolean withdraw(AccountId owner, OrganizationId id) {
    Optional<SeatMove> move = waiting(id);
    move.ifPresent(found -> {
      matters.withdraw(MATTER, found.id(), owner);
      answer(found, "withdrawn");
    });
    return move.isPresent();
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decision) {
    if (!decision.kind().equals(MATTER)) return;
    SeatMove move = find(decision.subjectId()).orElseThrow();
    Organization organization = organizations.lock(move.organization()).orElseThrow();
    boolean accepted = decision.decision().equals("accepted");
    answer(move, accepted ? "accepted" : "refused");
    if (accepted) organizations.move(move.organization(), move.to());
    audit.note(decision.by(), accepted ? "organization.seat-moved" : "organization.seat-refused", "organization", move.organization().toString(), decision.reason(),
        Map.of("from", organization.profile().seat().commune().value(), "to", move.to().commune().value()));
    InWords why = words -> decision.reasonCode() == null ? "" : words.text("organizations.reason." + decision.reasonCode());
    notices.tellAll(members.running(move.organization()), "organization-state", "organizations.notice." + (accepted ? "seatMoved" : "seatRefused") + ".title",
        "organizations.notice." + (accepted ? "seatMoved" : "seatRefused") + ".body", "/organizations/" + move.organization() + "/desk", null, Members.name(organization), why,
        decision.reason() == null ? "" : decision.reason());
    events.publishEvent(new PublicPagesChanged());
  }

  private void answer(SeatMove move, String answer) {
    db.sql("update organizations.seat_move set answer = :answer, answered_at = :now where id = :id").param("answer", answer)
        .param("now", OrganizationRow.at(clock.instant())).param("id", move.id()).update();
  }

  private static SeatMove read(ResultSet row) throws SQLException {
    return new SeatMove(row.getLong("id"), new OrganizationId(row.getLong("organization_id")),
        new Seat(new WilayaCode(row.getString("wilaya_code")), new CommuneCode(row.getString("commune_code")), row.getString("address")), row.getString("words"),
        new AccountId(row.getLong("asked_by")), OrganizationRow.instant(row, "asked_at"));
  }
}
