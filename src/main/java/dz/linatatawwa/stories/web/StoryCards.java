package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stories with the names of what they name, in the reader's language. */
@Component
class StoryCards {

  private final StoryPictures pictures;
  private final Places places;
  private final Taxonomy taxonomy;

  StoryCards(StoryPictures pictures, Places places, Taxonomy taxonomy) {
    this.pictures = pictures;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  List<StoryCard> of(List<Story> stories, Words words) {
    Map<StoryId, StoryPicture> covers = pictures.covers(stories);
    return stories.stream().map(story -> of(story, covers.get(story.id()), words)).toList();
  }

  StoryCard of(Story story, @Nullable StoryPicture cover, Words words) {
    Language language = words.language();
    String place = story.wilaya() == null ? words.text("stories.everywhere") : places.name(story.wilaya(), language);
    return new StoryCard(story, story.words().readIn(language), story.words().in(language), place, story.field() == null ? "" : taxonomy.name(story.field(), language), cover);
  }

  List<Option> wilayas(Language language) {
    return places.wilayas().stream().map(wilaya -> Option.of(wilaya.code().value(), wilaya.code() + " " + wilaya.name().in(language))).toList();
  }

  List<Option> fields(Language language) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(language))).toList();
  }
}
