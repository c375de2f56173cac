package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A person who gives time.
 *  @param code six digits and up, said aloud and typed on the day
 *  @param fields codes of {@code taxonomy.Field} that attract this person */
public record Volunteer(AccountId id, String name, String code, int birthYear, Optional<Audience> audience, WilayaCode wilaya,
    CommuneCode commune, String about, Set<SpokenLanguage> languages, Set<Skill> skills, Set<String> fields,
    Set<Availability> availability, Instant joinedAt) {

  public Volunteer {
    languages = Set.copyOf(languages);
    skills = Set.copyOf(skills);
    fields = Set.copyOf(fields);
    availability = Set.copyOf(availability);
  }

  /** The age surely reached on that day; see {@link Ages}. */
  public int ageOn(LocalDate day) {
    return Ages.surely(birthYear, day);
  }
}
