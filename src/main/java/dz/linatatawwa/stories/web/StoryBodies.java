package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryMarkdown;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryText;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the words of a story ready: the first picture stands above them, others where they are named, the rest below. */
@Component
class StoryBodies {

  /** @param pictures those that may be shown to this reader */
  StoryBody of(Story story, List<StoryPicture> pictures, Language language) {
    Language in = story.words().readIn(language);
    StoryText text = story.words().of(in);
    Set<Integer> named = StoryMarkdown.named(text.body());
    List<StoryPicture> rest = pictures.stream().skip(1).filter(picture -> !named.contains(picture.number())).toList();
    return new StoryBody(StoryMarkdown.html(text, pictures, in), rest);
  }
}
