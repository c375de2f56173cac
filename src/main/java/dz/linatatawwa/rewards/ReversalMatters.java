package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Benefits that were redeemed before hours beneath them were taken back, for a person to look at: nothing is owed, whatever they decide. */
@Component
class ReversalMatters implements MatterView {

  static final String KIND = "benefit-after-reversal";

  private static final String LEFT = "left";
  private static final String WARNED = "warned";

  private final GrantingTable table;
  private final RewardNews news;
  private final Partners partners;
  private final Accounts accounts;
  private final Audit audit;

  ReversalMatters(GrantingTable table, RewardNews news, Partners partners, Accounts accounts, Audit audit) {
    this.table = table;
    this.news = news;
    this.partners = partners;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "rewards.matter.reversal";
  }

  @Override
  public String objectKind() {
    return "granting";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Granting granting = granting(matter.subjectId());
    return granting.volunteer().equals(person) || partners.role(person, granting.partner()).isPresent();
  }

  @Override
  public @Nullable AccountId person(Matter matter) {
    return granting(matter.subjectId()).volunteer();
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Granting granting = granting(matter.subjectId());
    Instant redeemed = granting.redeemedAt();
    List<MatterCase.Fact> facts = List.of(
        new MatterCase.Fact(words.text("rewards.case.who"), accounts.names(List.of(granting.volunteer())).getOrDefault(granting.volunteer(), "")),
        new MatterCase.Fact(words.text("rewards.case.partner"), granting.partnerName().in(words.language())),
        new MatterCase.Fact(words.text("rewards.case.taken"), words.longDate(granting.grantedAt())),
        new MatterCase.Fact(words.text("rewards.case.redeemed"), redeemed == null ? "—" : words.longDate(redeemed)),
        new MatterCase.Fact(words.text("rewards.case.reversed"), words.hours(Math.abs(table.traced(granting.id())))));
    return new MatterCase(granting.name().in(words.language()), facts, List.of(), List.of(), "/benefits/" + granting.benefit(),
        List.of(new MatterCase.Choice(LEFT, words.text("rewards.choice.left"), false, List.of(), false),
            new MatterCase.Choice(WARNED, words.text("rewards.choice.warned"), false, List.of(), true)));
  }

  @EventListener
  void decided(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    Granting granting = granting(decided.subjectId());
    if (decided.decision().equals(WARNED)) news.looked(granting, decided.reason() == null ? "" : decided.reason());
    audit.note(decided.by(), "granting." + decided.decision(), "granting", granting.id().value(), decided.reason());
  }

  private Granting granting(long id) {
    return table.find(new GrantingId(id)).orElseThrow();
  }
}
