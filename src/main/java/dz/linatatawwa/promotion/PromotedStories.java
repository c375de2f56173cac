package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.stories.Stories;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryText;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stories as cards and posters tell them: by their words alone. A picture of people that others have kept cannot follow a yes that is taken back. */
@Component
class PromotedStories implements Promotable {

  private final Stories stories;
  private final Places places;
  private final Taxonomy taxonomy;

  PromotedStories(Stories stories, Places places, Taxonomy taxonomy) {
    this.stories = stories;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  @Override
  public PromotedKind kind() {
    return PromotedKind.STORIES;
  }

  @Override
  public Optional<Promoted> find(String id, Words words) {
    return Promotable.number(id).flatMap(number -> stories.shown(new StoryId(number))).map(story -> promoted(story, words));
  }

  private Promoted promoted(Story story, Words words) {
    StoryText text = story.words().in(words.language());
    List<String> facts = new ArrayList<>();
    if (!text.summary().isEmpty()) facts.add(Promotable.own(text.summary()));
    facts.add((story.wilaya() == null ? words.text("promotion.everywhere") : Promotable.own(places.name(story.wilaya(), words.language()))) + " · " + words.longDate(story.since()));
    String label = words.text("promotion.kind." + story.kind().code()) + (story.field() == null ? "" : " · " + taxonomy.name(story.field(), words.language()));
    return new Promoted(kind(), story.id().value(), label, text.title(), facts);
  }
}
