package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The task before an agreement's end: renew it, or let it end. */
@Component
class RenewalMatters implements MatterView {

  private static final String RENEW = "renew";
  private static final String LET_END = "let-end";

  private final Agreements agreements;
  private final Partners partners;

  RenewalMatters(Agreements agreements, Partners partners) {
    this.agreements = agreements;
    this.partners = partners;
  }

  @Override
  public String kind() {
    return Agreements.RENEWAL;
  }

  @Override
  public String nameKey() {
    return "partnerships.matter.renewal";
  }

  @Override
  public String objectKind() {
    return "agreement";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return agreements.parties(new AgreementId(matter.subjectId())).stream().anyMatch(party -> partners.role(person, party).isPresent());
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Agreement agreement = agreements.find(new AgreementId(matter.subjectId())).orElseThrow();
    Partner partner = partners.find(agreement.partner()).orElseThrow();
    return new MatterCase(partner.name(words.language()), List.of(
        new Fact(words.text("partnerships.agreement.title"), agreement.title(words.language())),
        new Fact(words.text("partnerships.agreement.days"), words.dates(agreement.from(), agreement.lastDay()))),
        List.of(), List.of(), "/agreements/" + agreement.id(), List.of(
            new Choice(RENEW, words.text("partnerships.choice.renew"), false, List.of(), false),
            new Choice(LET_END, words.text("partnerships.choice.let-end"), false, List.of(), true)));
  }

  /** Nothing is done to an agreement that is let end; a renewal is a draft, which is removed where it stands. */
  @Override
  public @Nullable String stays(Matter decided) {
    return decided.verdict() != null && decided.verdict().decision().equals(LET_END) ? null : "partnerships.undo.renewed";
  }

  @Override
  public void takeBack(Matter decided, AccountId by) {
    // Until its last day the agreement is as it was.
  }

  /** A renewal is a draft: its text is still to be looked over, and signed by everybody. */
  @EventListener
  void decided(MatterDecided decision) {
    if (decision.kind().equals(Agreements.RENEWAL) && decision.decision().equals(RENEW)) {
      agreements.renew(decision.by(), new AgreementId(decision.subjectId()));
    }
  }
}
