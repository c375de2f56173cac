package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a certificate will say, before it has a number.
 *  @param entries the lines of the ledger that it counts, rising
 *  @param listed  the people of a list; empty otherwise */
record Draft(Kind kind, @Nullable AccountId person, @Nullable String name, boolean minor, Scope scope, @Nullable LocalName subject, Span asked,
    @Nullable LocalDate first, @Nullable LocalDate last, Graded minutes, List<Long> entries, List<Listed> listed, @Nullable AccountId by) {

  int people() {
    return kind == Kind.LIST ? listed.size() : 1;
  }

  /** The same for everything that says the same; who asked for it and when is no part of it. */
  byte[] facts() {
    StringBuilder all = new StringBuilder();
    for (Object part : new Object[] {kind.code(), person, name, minor, scope, subject, asked, entries}) all.append(part).append('\n');
    return hash(all + rows());
  }

  /** What a list seals of its rows. */
  byte[] rowsHash() {
    return kind == Kind.LIST ? hash(rows()) : new byte[0];
  }

  /** A line for each person: place, name and the minutes of A to E, with semicolons between them. */
  private String rows() {
    StringBuilder rows = new StringBuilder();
    for (Listed one : listed) {
      rows.append(one.place()).append(';').append(one.name());
      one.minutes().each().forEach(minutes -> rows.append(';').append(minutes));
      rows.append('\n');
    }
    return rows.toString();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
