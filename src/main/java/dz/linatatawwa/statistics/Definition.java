package dz.linatatawwa.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A figure: what it is called, in what it is measured, and its one query. Its page says what it counts; its words are {@code statistics.definition.<code>.*}. */
public enum Definition {
  ACTIVE("active", Unit.PERSONS), HOURS("hours", Unit.MINUTES), MEAN("mean", Unit.MINUTES), MEDIAN("median", Unit.MINUTES),
  NEWCOMERS("newcomers", Unit.PERSONS), RETURNING("returning", Unit.PERSONS), LAPSED("lapsed", Unit.PERSONS), REGISTERED("registered", Unit.PERSONS),
  FULL_TIME("full-time", Unit.DECIMAL), VALUE("value", Unit.DINARS),
  ORGANIZATIONS("organizations", Unit.NUMBER), OPPORTUNITIES("opportunities", Unit.NUMBER), OFFERED("offered", Unit.NUMBER), FILLED("filled", Unit.NUMBER),
  APPLICATIONS("applications", Unit.NUMBER), NO_SHOW("no-show", Unit.SHARE), ANSWER("answer", Unit.MINUTES), CONFIRMATION("confirmation", Unit.MINUTES),
  SAMPLE("sample", Unit.SHARE), SETTLING("settling", Unit.MINUTES), EXCLUDED("excluded", Unit.MINUTES), IMPACT("impact", Unit.NUMBER);

  /** In what a figure is measured. */
  public enum Unit {
    PERSONS("persons"), MINUTES("minutes"), NUMBER("number"), DINARS("DZD"),
    /** Of one. */
    SHARE("share"), DECIMAL("number");

    private final String code;

    Unit(String code) {
      this.code = code;
    }

    /** As tables write it. */
    public String code() {
      return code;
    }
  }

  private final String code;
  private final Unit unit;
  private final String query;

  Definition(String code, Unit unit) {
    this.code = code;
    this.unit = unit;
    this.query = read(code);
  }

  /** As addresses, tables and message keys write it. */
  public String code() {
    return code;
  }

  public Unit unit() {
    return unit;
  }

  /** The query whose answer is the nation's figure; {@code :from} and {@code :to} are the days of the period. */
  public String query() {
    return query;
  }

  /** The page that explains it. */
  public String address() {
    return "/numbers/definitions/" + code;
  }

  public static Optional<Definition> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  private static String read(String code) {
    try (InputStream file = Definition.class.getResourceAsStream(code + ".sql")) {
      if (file == null) throw new IllegalStateException("no query of " + code);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
