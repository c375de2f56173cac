package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import org.jspecify.annotations.Nullable;

/** How a room shows its own kind of matter, and what may be decided of it. One bean for each kind. */
public interface MatterView {

  /** The kind that this answers for: {@code organization-verification}. */
  String kind();

  /** The message key of the kind's name in the queue. */
  String nameKey();

  /** The case as a supervisor sees it, in the words of their language. */
  MatterCase show(Matter matter, Words words);

  /** Whether this person belongs to one of the sides: then they may look, and not decide. */
  boolean concerns(Matter matter, AccountId person);

  /** The kind of thing under which the audit log keeps the subject ({@code organization}); its lines are shown as the history of the case. */
  String objectKind();

  /** Whose file the case opens: who looks at it says why, and the person sees that they did. Null: nobody's. */
  default @Nullable AccountId person(Matter matter) {
    return null;
  }

  /** The address of the page on which matters of this kind are decided, where they have one of their own; null: they are decided in the queue's. */
  default @Nullable String page(Matter matter) {
    return null;
  }

  /** Why a decision of this kind cannot be taken back, as a message key; null: it can, now. Asked of a decided matter.
   *  What people were given, told or paid for on the strength of a decision does not come back by a button: only a room that can undo all of it says so. */
  default @Nullable String stays(Matter decided) {
    return "supervision.undo.final";
  }

  /** Takes the decision back in the caller's transaction: everything is as it was before it, and the people who were told of it are told of this.
   *  Called only where {@link #stays} had nothing to say. */
  default void takeBack(Matter decided, AccountId by) {
    throw new IllegalStateException("decisions on " + decided.kind() + " are not taken back");
  }
}
