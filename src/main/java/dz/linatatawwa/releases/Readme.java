package dz.linatatawwa.releases;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody reads first who opens a package: what it holds, what was counted and what not, how to check it. */
@Component
class Readme {

  private final CodeNames names;

  Readme(CodeNames names) {
    this.names = names;
  }

  byte[] in(Language language, Edition edition, String note, List<ReleaseTable> tables, Beside beside, String licence) {
    Words words = names.words(language);
    StringBuilder text = new StringBuilder();
    text.append("# ").append(words.text("releases.title.of", edition.term().name(), edition.number())).append("\n\n");
    paragraph(text, words.text("releases.readme.period", words.dates(edition.term().first(), edition.term().last())));
    paragraph(text, words.text("releases.coverage"));
    paragraph(text, words.text("releases.ledger.at", words.number(edition.ledgerSize())) + " " + edition.root());
    if (edition.provisional()) paragraph(text, words.text("releases.provisional.why"));
    paragraph(text, words.text("releases.licence") + " " + (licence.isEmpty() ? words.text("releases.licence.none") : licence));
    head(text, words.text("releases.readme.notes"));
    paragraph(text, note.isEmpty() ? words.text("releases.readme.firstEdition") : note);
    head(text, words.text("releases.readme.tables"));
    for (ReleaseTable table : tables) {
      text.append("- **").append(table.code()).append("** ").append(words.text("releases.table." + table.code())).append(". ").append(words.text("releases.about." + table.code()));
      if (!table.empty().isEmpty()) text.append(' ').append(words.text("releases.empty." + table.empty()));
      text.append('\n');
    }
    text.append('\n');
    head(text, words.text("releases.hidden.title"));
    paragraph(text, words.text("releases.hidden.why"));
    paragraph(text, words.text("releases.status.lead"));
    head(text, words.text("releases.excluded.title"));
    paragraph(text, words.text("releases.excluded.lead"));
    beside.excluded().forEach((reason, minutes) -> text.append("- ").append(words.text("releases.reason." + reason)).append(": ")
        .append(minutes < 0 ? words.text("releases.excluded.few") : words.hours(minutes)).append('\n'));
    text.append('\n');
    sources(text, words, beside);
    head(text, words.text("releases.verify.title"));
    for (String step : List.of("signature", "hash", "checkpoint", "ledger")) text.append("- ").append(words.text("releases.verify." + step)).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void sources(StringBuilder text, Words words, Beside beside) {
    head(text, words.text("releases.readme.sources"));
    beside.texts().forEach(source -> text.append("- ").append(words.text("releases.readme.minimum")).append(' ').append(source).append('\n'));
    beside.wageSources().forEach(source -> text.append("- ").append(words.text("releases.readme.wages")).append(' ').append(source).append('\n'));
    beside.populationSources().forEach(source -> text.append("- ").append(words.text("releases.readme.population")).append(' ').append(source).append('\n'));
    beside.productSources().forEach(source -> text.append("- ").append(words.text("releases.readme.product")).append(' ').append(source).append('\n'));
    text.append('\n');
  }

  private static void head(StringBuilder text, String title) {
    text.append("## ").append(title).append("\n\n");
  }

  private static void paragraph(StringBuilder text, String words) {
    text.append(words).append("\n\n");
  }
}
