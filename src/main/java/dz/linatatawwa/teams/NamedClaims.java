package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.SeatChange;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.participation.SeatChanges;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A named person who has an account by now takes the seat over that was kept for them, before the shift begins: from then on they are checked in themselves, and have
 *  hours. What somebody did as a name on a list stays a count: hours come from the attendance of a person (rule 1), and a link handed on afterwards proves nothing. */
@Service
public class NamedClaims {

  /** What a link opens. */
  public record Claim(NamedPerson person, Commitment under) {}

  private final JdbcClient db;
  private final NamedPeople named;
  private final Commitments commitments;
  private final SeatChanges seats;
  private final PersonalLinks links;
  private final Clock clock;

  NamedClaims(JdbcClient db, NamedPeople named, Commitments commitments, SeatChanges seats, PersonalLinks links, Clock clock) {
    this.db = db;
    this.named = named;
    this.commitments = commitments;
    this.seats = seats;
    this.links = links;
    this.clock = clock;
  }

  /** The link for one of the people named under an application, made where there is none.
   *  @return nothing once the shift has begun, or without a seat
   *  @throws NotFound for somebody else's application, or nobody of it */
  @Transactional
  public Optional<PersonalLink> invite(AccountId applicant, ApplicationId application, long person) {
    Commitment own = commitments.find(applicant, application).orElseThrow(() -> new NotFound("application " + application + " of " + applicant));
    one(application, person);
    if (!open(own)) return Optional.empty();
    return Optional.of(links.make(PersonalLink.Kind.NAMED, person, applicant, own.facts().startsAt()));
  }

  /** What a link opens. */
  @Transactional(readOnly = true)
  public Optional<Claim> read(String token) {
    return links.read(token).filter(link -> link.kind() == PersonalLink.Kind.NAMED).flatMap(this::claim);
  }

  private Optional<Claim> claim(PersonalLink link) {
    return db.sql("select application_id from participation.named_person where id = :id and left_at is null").param("id", link.about()).query(Long.class).optional()
        .flatMap(application -> commitments.find(link.by(), new ApplicationId(application))).filter(this::open)
        .map(under -> new Claim(one(java.util.Objects.requireNonNull(under.id()), link.about()), under));
  }

  /** Takes the seat over. */
  @Transactional
  public OfferOutcome take(AccountId taker, Claim claim) {
    SeatChange handed = seats.takeOver(java.util.Objects.requireNonNull(claim.under().id()), claim.person().id(), taker);
    if (handed instanceof SeatChange.Done) links.revoke(PersonalLink.Kind.NAMED, claim.person().id());
    return SeatOfferEnds.told(handed, taker);
  }

  private boolean open(Commitment own) {
    return own.is("accepted") && own.facts().startsAt().isAfter(clock.instant());
  }

  private NamedPerson one(ApplicationId application, long person) {
    return named.of(application).stream().filter(found -> found.id() == person).findFirst().orElseThrow(() -> new NotFound("named person " + person));
  }
}
