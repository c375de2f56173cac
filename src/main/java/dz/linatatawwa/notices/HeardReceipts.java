package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Receipt;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the message centre tells of a text message that it took. */
@Component
class HeardReceipts {

  private final LetterTable table;
  private final Clock clock;

  HeardReceipts(LetterTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @EventListener
  void note(Receipt receipt) {
    boolean known = table.receipt(List.of(receipt.reference()), receipt.arrived(), receipt.state(), clock.instant());
    if (!known) table.receipt(written(receipt.reference()), receipt.arrived(), receipt.state(), clock.instant());
  }

  /** Many centres answer with a number in base 16 and write it in their receipts in base 10, or the other way round, with zeros before it or not. */
  static List<String> written(String reference) {
    List<String> all = new ArrayList<>(List.of(reference));
    if (reference.matches("\\d{1,30}")) {
      BigInteger number = new BigInteger(reference);
      all.add(number.toString());
      all.add(number.toString(16));
      all.add(number.toString(16).toUpperCase(Locale.ROOT));
      all.add("%08x".formatted(number));
      all.add("%08X".formatted(number));
    }
    if (reference.matches("[0-9a-fA-F]{1,25}")) {
      all.add(reference.toLowerCase(Locale.ROOT));
      all.add(reference.toUpperCase(Locale.ROOT));
      all.add(new BigInteger(reference, 16).toString());
    }
    return all.stream().distinct().toList();
  }
}
