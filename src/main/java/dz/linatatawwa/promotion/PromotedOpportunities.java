package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.Showing;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities as cards and posters tell them: the next shift, the place, whose it is. */
@Component
class PromotedOpportunities implements Promotable {

  private final Opportunities opportunities;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Clock clock;

  PromotedOpportunities(Opportunities opportunities, Organizations organizations, Places places, Taxonomy taxonomy, Clock clock) {
    this.opportunities = opportunities;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  @Override
  public PromotedKind kind() {
    return PromotedKind.OPPORTUNITIES;
  }

  @Override
  public Optional<Promoted> find(String id, Words words) {
    return Promotable.number(id).flatMap(number -> opportunities.find(new OpportunityId(number))).filter(found -> found.state().shown()).map(found -> promoted(found, words));
  }

  private Promoted promoted(Opportunity it, Words words) {
    Showing showing = Showing.of(it, opportunities, organizations, places, taxonomy, clock.instant());
    Language language = words.language();
    List<String> facts = new ArrayList<>();
    Shift next = showing.next();
    if (it.state() != dz.linatatawwa.opportunities.State.PUBLISHED) facts.add(words.text("promotion.over"));
    else if (next != null) facts.add(words.longDate(next.startsAt()) + " · " + words.times(next.startsAt(), next.endsAt()));
    String place = it.remote() && showing.wilaya() == null ? words.text("promotion.remote") : place(showing.commune(), showing.wilaya(), language);
    if (!place.isEmpty()) facts.add(place);
    facts.add(Promotable.own(showing.organization().name(language)));
    LocalName field = showing.field();
    String label = words.text("promotion.kind.opportunities") + (field == null ? "" : " · " + field.in(language));
    return new Promoted(kind(), it.id().value(), label, it.title(), facts);
  }

  static String place(@Nullable LocalName commune, @Nullable LocalName wilaya, Language language) {
    return Stream.of(Optional.ofNullable(commune), Optional.ofNullable(wilaya)).flatMap(Optional::stream).map(name -> Promotable.own(name.in(language))).distinct()
        .collect(Collectors.joining(" · "));
  }
}
