package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The official answer: of the supervisors of the place, and of the platform's team where the platform itself is meant. */
@Service
public class IdeaAnswers {

  /** Why an idea may be declined. */
  public static final List<String> REASONS = List.of("exists", "elsewhere", "costs", "unclear", "unfit", "other");
  private static final int LONGEST = 2000;

  private final IdeaTable table;
  private final IdeaSteps steps;
  private final AdoptionTable adoptions;
  private final Territories territories;
  private final Accounts accounts;
  private final Audit audit;

  IdeaAnswers(IdeaTable table, IdeaSteps steps, AdoptionTable adoptions, Territories territories, Accounts accounts, Audit audit) {
    this.table = table;
    this.steps = steps;
    this.adoptions = adoptions;
    this.territories = territories;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Whose ideas somebody answers.
   *  @param improvements those about the platform
   *  @param territory    where the others lie */
  public record Power(boolean improvements, Territory territory) {

    /** Whether there is none. */
    public boolean none() {
      return !improvements && territory.none();
    }
  }

  /** What this person answers. */
  public Power power(AccountId person) {
    Territory territory = territories.of(person);
    return new Power(territory.nation() || accounts.find(person).filter(Account::administrator).isPresent(), territory);
  }

  /** Whether this person answers this idea; nobody answers their own. */
  public boolean may(AccountId person, Idea idea) {
    if (idea.by(person)) return false;
    Power power = power(person);
    return idea.told().kind() == IdeaKind.IMPROVEMENT ? power.improvements : power.territory.covers(idea.told().wilaya());
  }

  /** The way of an idea until now. */
  public List<Step> of(IdeaId idea) {
    return steps.of(idea);
  }

  /** What is decided of an idea.
   *  @param from  where it stood when the answer was written: of two who answer at once one learns that the other did
   *  @param code  why it is declined; null for everything else
   *  @param words what its author and followers read; may be empty while it is only studied */
  public record Answer(IdeaState from, IdeaState to, @Nullable String code, String words) {}

  /** Answers.
   *  @throws NotFound for whoever has no power over it */
  @Transactional
  public Answered answer(AccountId person, IdeaId id, Answer answer) {
    if (table.find(id).filter(idea -> idea.shown() && may(person, idea)).isEmpty()) throw new NotFound("idea " + id + " is not answered by " + person);
    Idea idea = table.lock(id).orElseThrow();
    if (idea.state() != answer.from || !idea.shown() || adoptions.living(id).isPresent()) return new Answered.TooLate();
    Optional<Answered.Unfit> fault = fault(answer);
    if (fault.isPresent()) return fault.get();
    steps.move(id, answer.to, answer.code, answer.words, person, null);
    audit.note(person, "idea." + answer.to.code(), "idea", id.value(), answer.words.isEmpty() ? null : answer.words);
    return new Answered.Done();
  }

  private static Optional<Answered.Unfit> fault(Answer answer) {
    boolean repeats = answer.to == answer.from && answer.words.isEmpty();
    if (answer.to == IdeaState.RECEIVED || repeats) return Optional.of(new Answered.Unfit("state", "site.problem.choice"));
    boolean declined = answer.to == IdeaState.DECLINED;
    if (declined && (answer.code == null || !REASONS.contains(answer.code))) return Optional.of(new Answered.Unfit("code", "ideas.problem.code"));
    if (answer.to.needsWords() && answer.words.length() < 10) return Optional.of(new Answered.Unfit("answer", "ideas.problem.answer"));
    return answer.words.length() > LONGEST ? Optional.of(new Answered.Unfit("answer", "ideas.problem.answerLong")) : Optional.empty();
  }
}
