package dz.linatatawwa.privacy;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Table;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's own data on paper, in their language. */
@Component
public class OwnPaper {

  private static final int WIDEST = 6;

  /** A PDF with every section; a table of many columns is written row by row. */
  public byte[] pdf(String name, List<Reading.Section> sections, Words words, Instant now) {
    String title = words.text("privacy.data.title");
    Flow flow = Paper.of(words.language(), title, now).flow().running(title + " · " + name).title(title)
        .fact(words.text("privacy.column.name"), name).paragraph(words.text("privacy.data.made", words.date(now), words.time(now)));
    for (Reading.Section section : sections) {
      flow.heading(section.title()).fact(words.text("privacy.data.why"), section.ground()).fact(words.text("privacy.data.who"), section.who())
          .fact(words.text("privacy.data.ends"), section.ends());
      section.parts().forEach(part -> write(flow, part, words));
    }
    return flow.bytes(title, (page, of) -> words.text("privacy.data.paper.page", page, of));
  }

  private static void write(Flow flow, Reading.Part part, Words words) {
    flow.paragraph(part.title() + " · " + words.text("privacy.data.rows", (int) part.total()));
    if (part.columns().size() > WIDEST) {
      for (List<String> row : part.rows()) {
        for (int i = 0; i < row.size(); i++) if (!row.get(i).isEmpty()) flow.fact(part.columns().get(i), row.get(i));
        flow.space(2);
      }
    } else {
      Table table = new Table();
      part.columns().forEach(column -> table.column(column, 1));
      part.rows().forEach(row -> table.row(row.toArray(String[]::new)));
      flow.table(table);
    }
    if (part.total() > part.rows().size()) flow.note(words.text("privacy.data.first", part.rows().size()));
  }
}
