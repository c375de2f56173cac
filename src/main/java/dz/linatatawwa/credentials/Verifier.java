package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Words;
import java.util.Optional;

/** Answers at {@code /verify} for one kind of thing that the platform gives out: a bean of the room that gives it out. All of them are asked, and the
 *  first that knows the kind of thing answers; where none does, the page says that it is unknown. A link {@code /verify?code=TEXT} asks the same by GET. */
public interface Verifier {

  /** Given the pasted text → optional answer.
   *  @param text  what was pasted or typed, or what stood in an uploaded text, without space around it; at most two million characters, from anybody:
   *               a code typed with other digits and spaces is for the verifier to understand
   *  @param words the reader's language, for {@link Verification#what()} and the facts
   *  @return nothing when this is no thing of this kind; what looks like one but was never given out is {@code UNKNOWN}, what was changed is {@code CHANGED} */
  Optional<Verification> verify(String text, Words words);
}
