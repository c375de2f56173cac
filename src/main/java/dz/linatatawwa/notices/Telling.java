package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is told into words and on its ways, for one person or for hundreds in a few statements. Runs inside the caller's transaction. */
@Component
class Telling {

  private final NoticeTable table;
  private final ReaderTable readers;
  private final Dictionary dictionary;
  private final Sending sending;
  private final Clock clock;
  private final boolean notes;

  Telling(NoticeTable table, ReaderTable readers, Dictionary dictionary, Sending sending, List<Carrier> carriers, Clock clock) {
    this.table = table;
    this.readers = readers;
    this.dictionary = dictionary;
    this.sending = sending;
    this.clock = clock;
    this.notes = carriers.stream().anyMatch(carrier -> carrier.channel().equals("push"));
  }

  /** @param each the key that is never told twice holds for each of them
   *  @return how many were told now */
  int tell(Collection<AccountId> to, What what, boolean each) {
    int told = 0;
    Map<Language, List<Reader>> byLanguage = readers.find(to, Topic.of(what.kind())).stream().collect(Collectors.groupingBy(Reader::language));
    for (var same : byLanguage.entrySet()) told += tell(same.getKey(), same.getValue(), what, each);
    return told;
  }

  private int tell(Language language, List<Reader> to, What what, boolean each) {
    Words words = dictionary.in(language);
    Instant now = clock.instant();
    Notice text = new Notice(0, null, what.kind(), what.title().apply(words), what.body().apply(words), what.link(), language, now, null);
    Map<AccountId, Long> kept = table.keep(text, to.stream().map(Reader::id).toList(), what.once(), each);
    if (what.how() != What.How.INSIDE) send(to.stream().filter(reader -> kept.containsKey(reader.id())).toList(), kept, what, now);
    return kept.size();
  }

  private void send(List<Reader> to, Map<AccountId, Long> kept, What what, Instant now) {
    List<NoticeTable.Delivery> deliveries = new ArrayList<>();
    for (Reader reader : to) {
      long notice = kept.getOrDefault(reader.id(), 0L);
      Routing.Plan plan = Routing.plan(notes ? reader : reader.withoutBrowsers(), Topic.of(what.kind()), what.how() == What.How.URGENTLY, now);
      plan.ways().forEach(way -> deliveries.add(new NoticeTable.Delivery(notice, way)));
      Instant digest = plan.digest();
      if (digest != null) table.hold(notice, reader.id(), digest);
    }
    table.deliver(deliveries, now, what.how());
    sending.wakeAfterwards();
  }

  /** Writes to a contact that need not have an account, at once.
   *  @param link a path of ours below the text, or null */
  void write(Contact to, Language language, String kind, String title, String body, @Nullable String link) {
    Instant now = clock.instant();
    long notice = table.keepAside(new Notice(0, null, kind, title, body, link, language, now, null));
    String channel = to instanceof Contact.Email ? "email" : "sms";
    table.deliver(List.of(new NoticeTable.Delivery(notice, new Routing.Way(channel, to.text(), now))), now, What.How.URGENTLY);
    sending.wakeAfterwards();
  }
}
