package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts lines of the audit log into words. */
@Component
public class History {

  private static final String DEED = "supervision.deed.";

  private final Audit audit;
  private final Accounts accounts;

  History(Audit audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  /** What was done to one thing, newest first; at most 50 lines. */
  public List<HistoryRow> of(String objectKind, String objectId, Words words) {
    return inWords(audit.of(objectKind, objectId), words);
  }

  /** A deed that has no words in the bundles is shown by its code. */
  public List<HistoryRow> inWords(List<AuditEntry> entries, Words words) {
    Map<AccountId, String> names = accounts.names(entries.stream().flatMap(entry -> Stream.ofNullable(entry.actor())).distinct().toList());
    return entries.stream().map(entry -> new HistoryRow(words.date(entry.at()) + " · " + words.time(entry.at()),
        entry.actor() == null ? words.text("supervision.platform") : Objects.requireNonNullElse(names.get(entry.actor()), ""),
        words.has(DEED + entry.deed()) ? words.text(DEED + entry.deed()) : entry.deed(),
        object(entry, words), entry.reason(), entry.network())).toList();
  }

  private static String object(AuditEntry entry, Words words) {
    String key = "supervision.object." + entry.objectKind();
    return (words.has(key) ? words.text(key) : entry.objectKind()) + " " + entry.objectId();
  }
}
