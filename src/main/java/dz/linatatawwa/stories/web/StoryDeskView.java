package dz.linatatawwa.stories.web;

import dz.linatatawwa.stories.Asked;
import dz.linatatawwa.stories.ShownPerson;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryRevision;
import dz.linatatawwa.stories.StoryState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A story as the media cell works on it.
 *  @param lacks  what keeps the newest revision from being published, as message keys
 *  @param teller the name of whose testimony it is; empty: nobody yet
 *  @param asked  what the teller said of the newest revision; null: was not asked about it
 *  @param names  of everybody named here, by the number of the account */
public record StoryDeskView(Story story, StoryState state, List<String> lacks, String teller, @Nullable Asked asked, List<StoryPicture> pictures, List<ShownPerson> people,
    List<StoryRevision> revisions, Map<Long, String> names) {

  public StoryDeskView {
    lacks = List.copyOf(lacks);
    pictures = List.copyOf(pictures);
    people = List.copyOf(people);
    revisions = List.copyOf(revisions);
    names = Map.copyOf(names);
  }

  /** Who can be recognised on one picture. */
  public List<ShownPerson> on(StoryPicture picture) {
    return people.stream().filter(person -> person.file().equals(picture.file())).toList();
  }

  /** What somebody is called; empty for somebody who left. */
  public String name(ShownPerson person) {
    return person.account() == null ? person.name() : names.getOrDefault(person.account().value(), "");
  }
}
