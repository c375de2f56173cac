package dz.linatatawwa.promotion;

import dz.linatatawwa.archive.Operation;
import dz.linatatawwa.archive.OperationId;
import dz.linatatawwa.archive.Operations;
import dz.linatatawwa.archive.Told;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Past operations as cards and posters tell them: when, where, how many people, who. */
@Component
class PromotedOperations implements Promotable {

  private final Operations operations;
  private final Places places;

  PromotedOperations(Operations operations, Places places) {
    this.operations = operations;
    this.places = places;
  }

  @Override
  public PromotedKind kind() {
    return PromotedKind.ARCHIVE;
  }

  @Override
  public Optional<Promoted> find(String id, Words words) {
    return Promotable.number(id).flatMap(number -> operations.shown(new OperationId(number))).filter(found -> found.mergedInto() == null).map(found -> promoted(found, words));
  }

  private Promoted promoted(Operation it, Words words) {
    Told told = it.told();
    Language language = words.language();
    List<String> facts = new ArrayList<>(List.of(told.when().in(words)));
    String place = told.wilaya() == null ? words.text("promotion.several") : PromotedOpportunities.place(
        told.commune() == null ? null : places.commune(told.commune()).map(commune -> commune.name()).orElse(null), places.wilaya(told.wilaya()).map(Wilaya::name).orElse(null), language);
    facts.add(place);
    if (told.people() != null) facts.add(words.text("promotion.people", told.people()));
    if (!it.body(language).isEmpty()) facts.add(Promotable.own(it.body(language)));
    return new Promoted(kind(), it.id().value(), words.text("promotion.kind.archive"), told.title(), facts);
  }
}
