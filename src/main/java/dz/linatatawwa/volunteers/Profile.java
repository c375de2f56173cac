package dz.linatatawwa.volunteers;

import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.util.Optional;
import java.util.Set;

/** What a volunteer may change about themselves.
 *  @param about at most 1,000 characters
 *  @param fields codes of {@code taxonomy.Field} */
public record Profile(Optional<Audience> audience, WilayaCode wilaya, CommuneCode commune, String about, Set<SpokenLanguage> languages,
    Set<Skill> skills, Set<String> fields, Set<Availability> availability,
    ForFigures forFigures) {}
