package dz.linatatawwa.partnerships;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Table;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** An agreement on paper, in Arabic or French: its text, its days, what it promises, and who signed it when. */
@Component
public class AgreementPaper {

  private final Dictionary dictionary;
  private final Agreements agreements;
  private final AgreementWords naming;
  private final Clock clock;

  AgreementPaper(Dictionary dictionary, Agreements agreements, AgreementWords naming, Clock clock) {
    this.dictionary = dictionary;
    this.agreements = agreements;
    this.naming = naming;
    this.clock = clock;
  }

  /** @param language Arabic, or French for every other */
  public byte[] of(Agreement agreement, Language language) {
    Words words = dictionary.in(language == Language.AR || language == Language.KAB ? Language.AR : Language.FR);
    AgreementVersion version = agreements.text(agreement);
    Flow flow = Paper.of(words.language(), agreement.title(words.language()), clock.instant()).flow();
    flow.title(agreement.title(words.language()));
    flow.fact(words.text("partnerships.agreement.parties"), String.join("\n", naming.sides(agreement, words)));
    flow.fact(words.text("partnerships.agreement.days"), words.dates(agreement.from(), agreement.to()));
    naming.promises(agreement, words).forEach(line -> flow.fact(words.text("partnerships.agreement.promise"), line));
    flow.space(2);
    String text = words.language() == Language.AR ? version.text().textAr() : version.text().textFr();
    for (String paragraph : text.split("\n")) if (!paragraph.isBlank()) flow.paragraph(paragraph);
    flow.heading(words.text("partnerships.signatories.title"));
    flow.table(signatures(agreement, words));
    return flow.bytes(words.text("partnerships.paper.foot", version.number(), version.hash().substring(0, 16)));
  }

  private Table signatures(Agreement agreement, Words words) {
    Table table = new Table().column(words.text("partnerships.signatory.name"), 3).column(words.text("partnerships.signatory.for"), 3).column(words.text("partnerships.signatory.when"), 2);
    for (Signatory one : agreements.signatories(agreement.id())) {
      table.row(one.name() + "\n" + one.capacity(), naming.side(one.partner(), agreement, words),
          one.signedAt() == null ? "" : words.date(one.signedAt()) + " " + words.time(one.signedAt()));
    }
    return table;
  }
}
