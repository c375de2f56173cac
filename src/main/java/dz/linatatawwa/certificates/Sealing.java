package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import java.util.List;
import java.util.Set;

/** A list that shall be sealed: the hours of several people, for an institution. Whether they agreed is the caller's to know.
 *  @param subject what the list is about and for whom, as it is printed and signed: «السنة الثانية بيولوجيا · جامعة سطيف 1»
 *  @param grades  other grades are left out
 *  @param people  volunteers in the order of the list; each once, 1 to 5,000
 *  @param by      who asks for it */
public record Sealing(LocalName subject, Scope scope, Span span, Set<Grade> grades, List<AccountId> people, AccountId by) {

  private static final int MOST = 5_000;

  public Sealing {
    grades = Set.copyOf(grades);
    people = List.copyOf(people);
    if (people.isEmpty() || people.size() > MOST || Set.copyOf(people).size() != people.size()) throw new IllegalArgumentException(people.size() + " people, or one twice");
  }
}
