package dz.linatatawwa.stories.web;

import dz.linatatawwa.stories.StoryPicture;
import gg.jte.Content;
import java.util.List;

/** The words of a story made ready.
 *  @param rest pictures that neither stand above the words nor are named in them */
public record StoryBody(Content html, List<StoryPicture> rest) {

  public StoryBody {
    rest = List.copyOf(rest);
  }
}
