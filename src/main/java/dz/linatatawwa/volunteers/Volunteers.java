package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import dz.linatatawwa.language.Words;

/** People who give time: who they are and whether they may take part. */
@Service
public class Volunteers {

  private static final int OLDEST = 110;

  private final VolunteerTable table;
  private final Guardians guardians;
  private final Places places;
  private final Clock clock;
  private final Majority majority;

  Volunteers(VolunteerTable table, Guardians guardians, Places places, Clock clock, Majority majority) {
    this.table = table;
    this.guardians = guardians;
    this.places = places;
    this.clock = clock;
    this.majority = majority;
  }

  /** Nothing for an account that has not joined, or was closed. */
  public Optional<Volunteer> find(AccountId id) {
    return table.find(id);
  }

  /** By the code that is said aloud on the day. */
  public Optional<Volunteer> byCode(String code) {
    return table.byCode(code);
  }

  /** By the whole e-mail address or phone number, as accounts keep it. */
  public Optional<Volunteer> byContact(String contact) {
    return table.byContact(contact);
  }

  /** Why somebody born in this year cannot join alone, as the key of a message. */
  public Optional<String> whyNotBorn(int year) {
    if (year < today().getYear() - OLDEST || year > today().getYear()) return Optional.of("volunteers.problem.year");
    return Ages.surely(year, today()) < Ages.ALONE ? Optional.of("volunteers.problem.tooYoung") : Optional.empty();
  }

  /** Makes an account a volunteer; whoever is one already stays as they are. */
  @Transactional
  public Joined join(AccountId id, int birthYear, CommuneCode commune) {
    Optional<Volunteer> already = table.find(id);
    if (already.isPresent()) return welcome(already.get());
    if (birthYear < today().getYear() - OLDEST || birthYear > today().getYear()) return new Joined.ImpossibleYear();
    if (Ages.surely(birthYear, today()) < Ages.ALONE) return new Joined.TooYoung();
    Optional<Commune> home = places.commune(commune);
    if (home.isEmpty()) return new Joined.UnknownCommune();
    table.add(id, birthYear, home.get().wilaya(), commune);
    return welcome(table.find(id).orElseThrow());
  }

  /** Makes a child of a school's class or a scout group a volunteer, whose leader answers for the year of birth; from six years on.
   *  @return nothing when the year or the commune cannot be */
  @Transactional
  public Optional<Volunteer> enrol(AccountId id, int birthYear, CommuneCode commune) {
    Optional<Commune> home = places.commune(commune);
    int age = Ages.surely(birthYear, today());
    if (home.isEmpty() || age < Ages.IN_A_GROUP || age > OLDEST) return Optional.empty();
    table.add(id, birthYear, home.get().wilaya(), commune);
    return table.find(id);
  }

  /** What this person has told for the country's figures; for their own eyes. */
  public ForFigures forFigures(AccountId id) {
    return table.forFigures(id);
  }

  /** Keeps what a volunteer wrote about themselves. */
  @Transactional
  public void change(AccountId id, Profile profile) {
    table.change(id, profile);
  }

  /** Under the age of majority: is never shown in public and takes part only with a guardian's consent. */
  public boolean isMinor(Volunteer volunteer) {
    return majority.isMinor(volunteer);
  }

  /** Whether this person may take a seat: of age, or with a guardian's consent that stands. */
  public boolean mayTakePart(Volunteer volunteer) {
    return !isMinor(volunteer) || guardians.agreed(volunteer.id(), GuardianPurpose.TAKE_PART, List.of()) > 0;
  }

  /** Of these people, those under the age of majority; in one query. */
  public Set<AccountId> minors(Collection<AccountId> people) {
    return table.bornAfter(people, majority.lastYearOfAge());
  }

  /** Whoever was born after this year is a minor today. */
  public int lastYearOfAge() {
    return majority.lastYearOfAge();
  }

  /** The age of majority as it is set, in years. */
  public int ageOfMajority() {
    return majority.age();
  }

  /** The ages of many people on a day, and their guardians' consent, in one query. */
  public Map<AccountId, Standing> standing(Collection<AccountId> people, LocalDate day) {
    if (people.isEmpty()) return Map.of();
    return table.aged(people.stream().map(AccountId::value).toList()).stream().collect(Collectors.toMap(p -> new AccountId(p.id()), p -> {
      int age = Ages.surely(p.birthYear(), day);
      return new Standing(age, age < majority.age(), p.consented());
    }));
  }

  private Joined welcome(Volunteer volunteer) {
    return new Joined.Welcome(volunteer, !mayTakePart(volunteer));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
