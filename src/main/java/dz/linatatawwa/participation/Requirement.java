package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OpportunityId;
import java.util.List;
import java.util.Optional;

/** What an opportunity asks of everybody who applies, beyond age and consent: a bean of a room above, which also shows it on the opportunity's page. It is
 *  asked when somebody applies, when the organisation says yes, and when a place offered from the waiting list is confirmed. Who is there on the day is
 *  written down whether or not it is fulfilled: attendance says what was. */
public interface Requirement {

  /** What this person lacks for an opportunity today; nothing when all is fulfilled. */
  Optional<Lack> lack(OpportunityId opportunity, AccountId volunteer);

  /** Something that is lacking.
   *  @param key   of the sentence that says so
   *  @param names arguments of the sentence, each in the reader's language
   *  @param link  a path of ours where it can be made good */
  record Lack(String key, List<LocalName> names, String link) {

    public Lack {
      names = List.copyOf(names);
    }

    public String said(Words words) {
      return words.text(key, names.stream().map(name -> name.in(words.language())).toArray());
    }
  }
}
