package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Carried;
import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.PushAddress;
import dz.linatatawwa.carriers.Pushes;
import dz.linatatawwa.carriers.SmsText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a letter to the carrier of its channel: text messages only within what may be spent, notes only to browsers that still take them. */
@Component
class HandingOver {

  private final Map<String, Carrier> carriers;
  private final LetterPaper paper;
  private final SmsBudget budget;
  private final BrowserTable browsers;
  private final Pushes pushes;
  private final Rests rests = new Rests();

  HandingOver(List<Carrier> carriers, LetterPaper paper, SmsBudget budget, BrowserTable browsers, Pushes pushes) {
    this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
    this.paper = paper;
    this.budget = budget;
    this.browsers = browsers;
    this.pushes = pushes;
  }

  Set<String> channels() {
    return carriers.keySet();
  }

  /** Those that do not rest. */
  Set<String> awake() {
    long now = System.nanoTime();
    return carriers.keySet().stream().filter(channel -> !rests.rests(channel, now)).collect(Collectors.toSet());
  }

  /** Whether a letter may go this way now; see {@link Rests#mayGo}. */
  boolean mayGo(String channel) {
    return rests.mayGo(channel, System.nanoTime());
  }

  /** Hands a letter over, and remembers when that failed slowly.
   *  @return nothing: it would cost more than may be spent */
  Optional<Carried> carry(Letter letter) throws Exception {
    long began = System.nanoTime();
    try {
      Optional<Carried> carried = take(letter);
      rests.well(letter.channel());
      return carried;
    } catch (Exception failed) {
      rests.failed(letter.channel(), began, System.nanoTime());
      throw failed;
    }
  }

  private Optional<Carried> take(Letter letter) throws Exception {
    return switch (letter.channel()) {
      case "sms" -> sms(letter);
      case "push" -> Optional.of(push(letter));
      default -> Optional.of(by(letter).carry(paper.mail(letter)));
    };
  }

  private Optional<Carried> sms(Letter letter) throws Exception {
    Parcel.Sms parcel = paper.sms(letter);
    Optional<SmsBudget.Toll> toll = budget.pay(letter, SmsText.of(parcel.text()).parts().size());
    if (toll.isEmpty()) return Optional.empty();
    @Nullable Carried carried = null;
    try {
      carried = by(letter).carry(parcel);
      return Optional.of(carried);
    } finally {
      if (!(carried instanceof Carried.Handed)) budget.payBack(toll.get());
    }
  }

  private Carried push(Letter letter) throws Exception {
    long browser = Long.parseLong(letter.address());
    Optional<PushAddress> address = browsers.find(browser);
    if (address.isEmpty()) return new Carried.Refused("gone");
    Carried carried = by(letter).carry(paper.push(letter, address.get()));
    if (carried instanceof Carried.Refused refused && pushes.gone(refused)) browsers.forget(browser);
    return carried;
  }

  private Carrier by(Letter letter) {
    Carrier carrier = carriers.get(letter.channel());
    if (carrier == null) throw new IllegalStateException("took a letter by " + letter.channel());
    return carrier;
  }
}
