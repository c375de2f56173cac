package dz.linatatawwa.promotion;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thing that is passed on, in the words of one language.
 *  @param number  of the thing within its kind
 *  @param path    its page
 *  @param label   what sort of thing it is: «فرصة تطوعية · البيئة»
 *  @param title   as people wrote it, in whatever language
 *  @param facts   when, where, who: a line each, at most four
 *  @param picture a square picture as PNG, drawn when it is asked for; null: none */
public record Promoted(PromotedKind kind, long number, String path, String label, String title, List<String> facts, @Nullable Supplier<byte[]> picture) {

  public Promoted {
    facts = List.copyOf(facts);
  }

  Promoted(PromotedKind kind, long number, String label, String title, List<String> facts) {
    this(kind, number, "/" + kind.code() + "/" + number, label, title, facts, null);
  }
}
