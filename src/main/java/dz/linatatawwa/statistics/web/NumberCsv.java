package dz.linatatawwa.statistics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.statistics.Numbers;
import dz.linatatawwa.statistics.WilayaFigures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The table of wilayas as CSV: codes beside names, plain numbers, ISO time; {@code c} where a cell is not shown. */
final class NumberCsv {

  private NumberCsv() {}

  static String write(Numbers numbers, Division division) {
    StringWriter out = new StringWriter();
    out.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("division", "wilaya", "name_ar", "name_fr", "active_volunteers_12_months", "confirmed_minutes", "verified_organizations",
          "open_opportunities", "as_of");
      for (WilayaFigures row : numbers.table(division)) {
        csv.writeRecord(Integer.toString(division.wilayas()), row.code(), row.name().ar(), String.valueOf(row.name().fr()), cell(row.active()),
            cell(row.minutes()), cell(row.organizations()), cell(row.opportunities()), numbers.asOf().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String cell(long number) {
    return number == WilayaFigures.HIDDEN ? "c" : Long.toString(number);
  }
}
