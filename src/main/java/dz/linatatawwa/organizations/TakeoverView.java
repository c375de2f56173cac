package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Takeovers.Takeover;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Paper;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterCase.Warning;
import dz.linatatawwa.supervision.MatterView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody who asks to take an organisation over, as a supervisor sees it. */
@Component
class TakeoverView implements MatterView {

  private static final List<String> REFUSALS = List.of("unclear-papers", "wrong-number", "no-mandate", "run-by-another", "other");

  private final Takeovers takeovers;
  private final Organizations organizations;
  private final Accounts accounts;
  private final Files files;

  TakeoverView(Takeovers takeovers, Organizations organizations, Accounts accounts, Files files) {
    this.takeovers = takeovers;
    this.organizations = organizations;
    this.accounts = accounts;
    this.files = files;
  }

  @Override
  public String kind() {
    return Takeovers.MATTER;
  }

  @Override
  public String nameKey() {
    return "organizations.matter.takeover";
  }

  @Override
  public String objectKind() {
    return "organization";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Takeover takeover = takeovers.find(matter.subjectId()).orElseThrow();
    return takeover.person().equals(person) || organizations.mayRead(person, takeover.organization());
  }

  @Override
  public @Nullable AccountId person(Matter matter) {
    return takeovers.find(matter.subjectId()).map(Takeover::person).orElse(null);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Takeover takeover = takeovers.find(matter.subjectId()).orElseThrow();
    Profile profile = organizations.find(takeover.organization()).orElseThrow().profile();
    Account asking = accounts.find(takeover.person()).orElseThrow();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("organizations.takeover.who"), asking.name()));
    asking.contact().map(Contact::shown).ifPresent(shown -> facts.add(new Fact(words.text("organizations.members.contact"), shown)));
    facts.add(new Fact(words.text("organizations.takeover.words"), takeover.words()));
    facts.add(new Fact(words.text("organizations.takeover.receipt"), takeover.receiptNumber()));
    facts.add(new Fact(words.text("organizations.takeover.receiptKnown"), profile.receipt().number() == null ? words.text("organizations.takeover.receiptUnknown") : profile.receipt().number()));
    if (profile.president() != null) facts.add(new Fact(words.text("organizations.form.president"), profile.president()));
    List<Warning> warnings = differs(takeover.receiptNumber(), profile.receipt().number())
        ? List.of(new Warning(words.text("organizations.takeover.receiptDiffers"), null)) : List.of();
    return new MatterCase(profile.nameAr(), facts, files.find(takeovers.papers(takeover.id())).stream().map(file -> new Paper(file.name(), file.id().address())).toList(),
        warnings, "/organizations/" + takeover.organization() + "/oversight", choices(words));
  }

  private static boolean differs(String typed, @Nullable String known) {
    return known != null && !plain(typed).equals(plain(known));
  }

  private static String plain(String number) {
    return Digits.latin(number).replaceAll("[^0-9A-Za-z]", "");
  }

  private static List<Choice> choices(Words words) {
    List<Reason> reasons = REFUSALS.stream().map(code -> new Reason(code, words.text("organizations.reason." + code))).toList();
    return List.of(new Choice("accepted", words.text("organizations.choice.accepted"), false, List.of(), false),
        new Choice("refused", words.text("organizations.choice.notTheirs"), true, reasons, true));
  }
}
