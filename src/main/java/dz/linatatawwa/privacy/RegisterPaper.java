package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The register of processing as a file: for printing, and for a spreadsheet. */
@Component
public class RegisterPaper {

  private final Register register;
  private final Timers timers;

  RegisterPaper(Register register, Timers timers) {
    this.register = register;
    this.timers = timers;
  }

  public byte[] pdf(Words words, Instant now) {
    String title = words.text("privacy.register.title");
    Flow flow = Paper.of(words.language(), title, now).flow().running(title).title(title).paragraph(words.text("privacy.register.lead"));
    for (Purpose purpose : register.purposes()) {
      String key = "privacy.purpose." + purpose.code();
      flow.heading(words.text(key)).fact(words.text("privacy.register.ground"), words.text("privacy.ground." + purpose.ground().code()))
          .fact(words.text("privacy.data.who"), words.text(key + ".who")).fact(words.text("privacy.data.ends"), words.text(key + ".ends"));
      Table table = new Table().column(words.text("privacy.register.table"), 2).column(words.text("privacy.register.columns"), 3).column(words.text("privacy.register.fate"), 2);
      register.of(purpose).forEach(line -> table.row(words.text("privacy.table." + line.table()), String.join(" · ", line.columns()), fate(line, words)));
      flow.table(table);
    }
    Table periods = new Table().column(words.text("privacy.timer.code"), 3).column(words.text("privacy.register.period"), 1);
    for (Retention one : register.retentions()) periods.row(words.text("privacy.retention." + one.code()), words.text("privacy.register.days", timers.days(one)));
    flow.heading(words.text("privacy.register.periods")).table(periods);
    return flow.bytes(title, (page, of) -> words.text("privacy.data.paper.page", page, of));
  }

  public String csv(Words words) {
    StringBuilder file = new StringBuilder(SafeCsv.MARK);
    file.append(SafeCsv.line(Stream.of("privacy.register.purpose", "privacy.register.ground", "privacy.register.table", "privacy.register.columns", "privacy.data.who",
        "privacy.data.ends", "privacy.register.fate").map(key -> words.text(key)).toList()));
    for (Kept line : register.lines()) {
      String key = "privacy.purpose." + line.purpose().code();
      file.append(SafeCsv.line(List.of(words.text(key), words.text("privacy.ground." + line.purpose().ground().code()), words.text("privacy.table." + line.table()),
          String.join(" ", line.columns()), words.text(key + ".who"), words.text(key + ".ends"), fate(line, words))));
    }
    return file.toString();
  }

  /** What becomes of a table's rows when their person leaves; nothing for one that names only people in office. */
  public static String fate(Kept line, Words words) {
    return words.text("privacy.leaving.fate." + line.leaving().code());
  }
}
