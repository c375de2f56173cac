package dz.linatatawwa.privacy.web;

import dz.linatatawwa.accounts.Access;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A line of the access log in the words of a reader. @param reason with the actor's own words, where there are some */
public record AccessRow(long id, String when, String actor, String person, String object, String reason, String network) {

  static List<AccessRow> of(List<Access> lines, Accounts accounts, Words words) {
    Map<AccountId, String> names = accounts.names(lines.stream().flatMap(line -> Stream.of(line.actor(), line.person())).distinct().toList());
    return lines.stream().map(line -> new AccessRow(line.id(), words.date(line.at()) + " · " + words.time(line.at()), names.getOrDefault(line.actor(), ""),
        names.getOrDefault(line.person(), ""), words.text("accounts.access.kind." + line.kind()) + " " + line.object(),
        words.text("accounts.access.reason." + line.reason()) + (line.words() == null ? "" : " — " + line.words()), line.network())).toList();
  }
}
