package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What text messages may cost. Each is paid for before it leaves, under the lock of its day and month, so that many at once never pass a ceiling; codes and
 *  what is urgent are counted but never held back. At four fifths of a ceiling administrators are told. */
@Component
class SmsBudget {

  private static final int ALERT_PERCENT = 80;

  private final SmsTable table;
  private final Settings settings;
  private final ReaderTable readers;
  private final Telling telling;
  private final Clock clock;

  /** What one message cost. @param prefix the beginning of its number: the operator's */
  record Toll(LocalDate day, String prefix, String topic, int parts, long centimes) {}

  SmsBudget(SmsTable table, Settings settings, ReaderTable readers, Telling telling, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.readers = readers;
    this.telling = telling;
    this.clock = clock;
  }

  /** @return nothing when a ceiling holds it back */
  @Transactional
  public Optional<Toll> pay(Letter letter, int parts) {
    LocalDate day = LocalDate.now(clock.withZone(Words.ZONE));
    Map<String, Setting<Integer>> ceilings = ceilings(day);
    Map<String, Integer> spent = table.locked(ceilings.keySet());
    for (var ceiling : ceilings.entrySet()) {
      if (letter.urgent() || letter.isCode() || spent.getOrDefault(ceiling.getKey(), 0) + parts <= settings.get(ceiling.getValue())) continue;
      table.refused(ceiling.getKey());
      return Optional.empty();
    }
    Toll toll = new Toll(day, letter.address().substring(0, Math.min(5, letter.address().length())), Topic.of(letter.kind()).code(), parts,
        (long) parts * settings.get(NoticeSettings.SMS_PRICE));
    table.add(toll, 1, ceilings.keySet());
    ceilings.forEach((period, ceiling) -> alert(period, spent.getOrDefault(period, 0) + parts, settings.get(ceiling)));
    return Optional.of(toll);
  }

  /** It did not leave. */
  @Transactional
  public void payBack(Toll toll) {
    table.add(new Toll(toll.day(), toll.prefix(), toll.topic(), -toll.parts(), -toll.centimes()), -1, ceilings(toll.day()).keySet());
  }

  private static Map<String, Setting<Integer>> ceilings(LocalDate day) {
    Map<String, Setting<Integer>> ceilings = new LinkedHashMap<>();
    ceilings.put(day.toString().substring(0, 7), NoticeSettings.SMS_MONTH);
    ceilings.put(day.toString(), NoticeSettings.SMS_DAY);
    return ceilings;
  }

  private void alert(String period, int spent, int ceiling) {
    if (spent * 100L < (long) ceiling * ALERT_PERCENT || !table.alertNow(period, clock.instant())) return;
    String what = period.length() > 7 ? "day" : "month";
    telling.tell(readers.administrators(), What.of(What.How.PLAINLY, "sms-ceiling", "notices.ceiling." + what + ".title", "notices.ceiling.body",
        "/administration/notices/costs", "sms-ceiling:" + period, spent, ceiling), true);
  }

  /** What was spent in this period and how much may be: for the page. */
  List<Spent> spent() {
    LocalDate day = LocalDate.now(clock.withZone(Words.ZONE));
    Map<String, SmsTable.Period> known = table.periods(ceilings(day).keySet());
    return ceilings(day).entrySet().stream().map(one -> {
      SmsTable.Period period = known.getOrDefault(one.getKey(), new SmsTable.Period(0, 0));
      return new Spent(one.getKey().length() > 7 ? "day" : "month", period.parts(), settings.get(one.getValue()), period.refused());
    }).toList();
  }
}
