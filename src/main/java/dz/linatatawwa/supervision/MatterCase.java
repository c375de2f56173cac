package dz.linatatawwa.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a supervisor needs in order to decide; every text is already in their language.
 *  @param warnings what deserves a second look: a name that looks like another's
 *  @param link     the page of the thing itself, or null */
public record MatterCase(String title, List<Fact> facts, List<Paper> papers, List<Warning> warnings, @Nullable String link,
    List<Choice> choices) {

  public MatterCase {
    facts = List.copyOf(facts);
    papers = List.copyOf(papers);
    warnings = List.copyOf(warnings);
    choices = List.copyOf(choices);
  }

  /** One line: what, and how it is. */
  public record Fact(String label, String value) {}

  /** A document of the case, under its address. */
  public record Paper(String name, String address) {}

  /** Something to look at twice. */
  public record Warning(String text, @Nullable String link) {}

  /** What may be decided.
   *  @param code        {@code verified}, {@code refused}, …
   *  @param harsh       takes something from somebody: shown apart, and in red
   *  @param reasons     codes to choose one from; empty when none is asked for
   *  @param wordsNeeded whether the supervisor must write a sentence of their own */
  public record Choice(String code, String label, boolean harsh, List<Reason> reasons, boolean wordsNeeded) {

    public Choice {
      reasons = List.copyOf(reasons);
    }
  }

  /** A coded reason and its name. */
  public record Reason(String code, String label) {}
}
