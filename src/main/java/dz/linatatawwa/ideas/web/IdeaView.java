package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Comment;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaBacking;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.ideas.Step;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One idea as its page shows it to one visitor.
 *  @param place  in words; empty where it is nowhere
 *  @param field  its name; empty where it has none
 *  @param author what its author is called in public
 *  @param hands  the organisation that has it, or null */
public record IdeaView(Idea idea, String place, String field, String author, List<IdeaPictures.Picture> pictures, List<Line> steps, @Nullable Hands hands,
    Slice<Remark> comments, IdeaBacking.Mine backing, Powers powers) {

  /** A step of its history. @param body the name of the organisation that took it; empty where it was none */
  public record Line(Step step, String body) {}

  /** A comment. @param editable whether the visitor may change it now */
  public record Remark(Comment comment, String author, boolean mine, boolean editable) {}

  /** An organisation that has taken it up.
   *  @param body what it is called, and its page
   *  @param work what it makes of it, once that is published; or null
   *  @param desk where its people prepare it */
  public record Hands(Link body, @Nullable Link work, String desk) {}

  /** What the visitor may do with it.
   *  @param mine    it is theirs
   *  @param answers they have power over it
   *  @param runs    they run the organisation that has it
   *  @param bodies  for which they could take it up */
  public record Powers(boolean signedIn, boolean mine, boolean answers, boolean runs, List<Option> bodies) {

    public Powers {
      bodies = List.copyOf(bodies);
    }
  }

  /** The picture of before, or of after. */
  public Optional<IdeaPictures.Picture> picture(IdeaPictures.Moment moment) {
    return pictures.stream().filter(picture -> picture.moment() == moment).findFirst();
  }

  /** Whether it has more than its beginning to tell. */
  public boolean moved() {
    return steps.size() > 1;
  }
}
