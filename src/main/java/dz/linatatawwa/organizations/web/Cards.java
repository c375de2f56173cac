package dz.linatatawwa.organizations.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts organisations into the words of a reader. */
@Component
class Cards {

  private final Places places;
  private final Taxonomy taxonomy;

  Cards(Places places, Taxonomy taxonomy) {
    this.places = places;
    this.taxonomy = taxonomy;
  }

  OrganizationCard card(Organization organization, Words words) {
    Profile profile = organization.profile();
    Language language = words.language();
    String name = organization.name(language);
    String other = name.equals(profile.nameAr()) ? profile.nameFr() : profile.nameAr();
    return new OrganizationCard(organization, "/organizations/" + organization.id(), name, other, words.text(profile.kind().key()),
        words.text(profile.scope().key()), places.name(profile.seat().commune(), language) + " · " + places.name(profile.seat().wilaya(), language),
        profile.fields().stream().map(field -> taxonomy.name(field, language)).toList(), answers(organization.answerMinutes(), words),
        organization.logo() == null ? null : organization.logo().smallAddress());
  }

  /** Within an hour, within hours, within days: no more exact than it is useful. */
  private static @Nullable String answers(@Nullable Integer minutes, Words words) {
    if (minutes == null) return null;
    if (minutes <= 60) return words.text("organizations.answers.hour");
    int hours = (minutes + 59) / 60;
    return hours <= 48 ? words.text("organizations.answers.hours", hours) : words.text("organizations.answers.days", (hours + 23) / 24);
  }
}
