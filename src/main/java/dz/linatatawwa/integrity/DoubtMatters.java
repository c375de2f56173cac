package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.hours.RefusalCode;
import dz.linatatawwa.integrity.DoubtTable.Named;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A doubt as a matter of supervision. A supervisor of neither side decides; only then, and only by the ledger's own lines, hours are taken back. */
@Component
class DoubtMatters implements MatterView {

  private static final String STANDS = "stands";
  private static final String TAKEN_BACK = "taken-back";
  private static final String BY_HAND = "by-hand";

  private final DoubtTable doubts;
  private final Integrity integrity;
  private final Naming naming;
  private final HourLedger ledger;
  private final Organizations organizations;

  DoubtMatters(DoubtTable doubts, Integrity integrity, Naming naming, HourLedger ledger, Organizations organizations) {
    this.doubts = doubts;
    this.integrity = integrity;
    this.naming = naming;
    this.ledger = ledger;
    this.organizations = organizations;
  }

  @Override
  public String kind() {
    return Integrity.MATTER;
  }

  @Override
  public String nameKey() {
    return "integrity.matter";
  }

  @Override
  public String objectKind() {
    return "doubt";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return doubts.concerns(matter.subjectId(), person.value(), organizations.ofMember(person).stream().map(one -> one.organization().id().value()).toList());
  }

  @Override
  public @Nullable AccountId person(Matter matter) {
    return doubts.find(matter.subjectId()).filter(doubt -> doubt.about() == About.VOLUNTEER).map(doubt -> new AccountId(doubt.subjectId())).orElse(null);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Doubt doubt = doubts.find(matter.subjectId()).orElseThrow();
    List<Finding> findings = doubt.open().isEmpty() ? doubt.findings() : doubt.open();
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("integrity.case.about." + doubt.about().code()), naming.title(doubt, words)));
    if (doubt.organization() != null) facts.add(new MatterCase.Fact(words.text("integrity.case.organization"), naming.name(doubt.organization(), words)));
    facts.add(new MatterCase.Fact(words.text("integrity.case.risk"), naming.sum(doubt)));
    Map<Long, String> reasons = naming.reasons(findings, words);
    findings.forEach(finding -> facts.add(new MatterCase.Fact(words.text("integrity.check." + finding.check().code()), reasons.getOrDefault(finding.id(), ""))));
    facts.add(new MatterCase.Fact(words.text("integrity.case.claims"), words.number(doubts.named(doubt.id()).size())));
    return new MatterCase(naming.title(doubt, words), facts, List.of(), List.of(), "/supervision/integrity/" + doubt.id(), List.of(
        new MatterCase.Choice(STANDS, words.text("integrity.case.stands"), false, List.of(), true),
        new MatterCase.Choice(BY_HAND, words.text("integrity.case.by-hand"), false, List.of(), true),
        new MatterCase.Choice(TAKEN_BACK, words.text("integrity.case.taken-back"), true, List.of(), true)));
  }

  @EventListener
  void settle(MatterDecided decided) {
    if (!decided.kind().equals(kind())) return;
    if (decided.decision().equals(TAKEN_BACK)) takeBack(decided);
    integrity.settled(decided.subjectId());
  }

  /** Confirmed hours are reversed by new lines, proposed ones refused; both tell the volunteer why. */
  private void takeBack(MatterDecided decided) {
    String reason = decided.reason() == null ? "" : decided.reason();
    for (Named named : doubts.named(decided.subjectId())) {
      OrganizationId organization = new OrganizationId(named.organization());
      ClaimId claim = new ClaimId(named.claim());
      switch (named.state()) {
        case "confirmed" -> ledger.reverse(organization, claim, decided.by(), reason);
        case "proposed" -> ledger.refuse(organization, List.of(claim), decided.by(), RefusalCode.NO_PROOF, reason);
        default -> { }
      }
    }
  }
}
