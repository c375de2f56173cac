package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of people who asked together.
 *  @param party   null: nobody was registered now
 *  @param answers each person's own, as if they had asked alone; only whoever may see it is to read why somebody was refused. Where all or nobody was asked
 *                 for and something is in somebody's way, only those are here */
public record Joint(@Nullable PartyId party, Map<AccountId, Application> answers) {

  public Joint {
    answers = Map.copyOf(answers);
  }

  /** How many hold a seat. */
  public long placed() {
    return answers.values().stream().filter(Application.Placed.class::isInstance).count();
  }

  /** Whether nothing is in anybody's way. */
  public boolean complete() {
    return answers.values().stream().allMatch(answer -> answer.application() != null);
  }
}
