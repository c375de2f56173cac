package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Answer;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what a phone hands in. Every line is kept with its answer, also what is refused; the same line again gets the same answer, so a phone
 *  that was cut off simply sends again. */
@Service
public class Handover {

  /** What the phone gets back.
   *  @param now       the server's clock, milliseconds
   *  @param withdrawn the kit was withdrawn: what came is for review, and the roster is to be erased
   *  @param answers   one for each line, in their order
   *  @param rows      how everybody on the roster stands now; null for a kit that was withdrawn */
  public record Receipt(long now, boolean withdrawn, List<Outcome> answers, @Nullable List<RosterText.Row> rows) {}

  private final KitTable kits;
  private final DeliveryTable deliveries;
  private final Arrivals arrivals;
  private final Recognition recognition;
  private final DayNotes notes;
  private final RosterText roster;
  private final Participation participation;
  private final Organizations organizations;
  private final Clock clock;

  Handover(KitTable kits, DeliveryTable deliveries, Arrivals arrivals, Recognition recognition, DayNotes notes, RosterText roster,
      Participation participation, Organizations organizations, Clock clock) {
    this.kits = kits;
    this.deliveries = deliveries;
    this.arrivals = arrivals;
    this.recognition = recognition;
    this.notes = notes;
    this.roster = roster;
    this.participation = participation;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Whether these bytes come from the phone that this kit was given to. */
  public boolean signed(Kit kit, byte[] body, byte[] signature) {
    return DeviceKey.signed(kit.publicKey(), body, signature);
  }

  /** Takes a parcel whose signature was checked. Call it outside a transaction: each line has its own. */
  public Receipt take(Kit kit, Parcel parcel) {
    if (parcel.deeds().size() > Parcel.MOST) throw new IllegalArgumentException(parcel.deeds().size() + " lines at once");
    Instant now = clock.instant();
    ShiftFacts facts = participation.facts(kit.shift());
    boolean out = kit.withdrawn() || !organizations.mayRun(kit.leader(), new OrganizationId(facts.organizationId()));
    Source source = new Source(kit, facts, Instant.ofEpochMilli(parcel.sentAt()), Duration.between(Instant.ofEpochMilli(parcel.sentAt()), now), out);
    List<Outcome> answers = new ArrayList<>();
    for (Line line : parcel.deeds()) answers.add(answer(source, line));
    kits.seen(kit, parcel.finished(), now);
    return new Receipt(now.toEpochMilli(), out, answers, out || parcel.finished() ? null : roster.of(facts, kit.kiosk()));
  }

  private Outcome answer(Source source, Line line) {
    Optional<Outcome> before = deliveries.answered(source.kit(), line.key());
    return before.orElseGet(() -> deliveries.keep(source.kit(), line, line.note() ? notes.keep(source, line) : deed(source, line)));
  }

  private Outcome deed(Source source, Line line) {
    Optional<DeedKind> kind = DeedKind.of(line.kind());
    if (kind.isEmpty() || kind.get() == DeedKind.CORRECT || (kind.get() == DeedKind.UNDO && line.undoes() == null)) {
      return Outcome.refused(line, "unknown-deed");
    }
    return switch (recognition.who(source, line)) {
      case Recognition.Somebody(AccountId who, boolean twoSided) -> taken(source, new DeedLine(line.key(), source.kit().shift(), who, kind.get(), line.deviceAt(),
          line.seq(), twoSided, null, kind.get() == DeedKind.UNDO ? line.undoes() : null, null));
      case Recognition.Nobody(String why) -> {
        if (line.who() != null) notes.keepWalkIn(source, line);
        yield Outcome.refused(line, why);
      }
    };
  }

  private Outcome taken(Source source, DeedLine line) {
    Kit kit = source.kit();
    Batch batch = new Batch(kit.kiosk() ? Via.KIOSK : Via.KIT, kit.leader(), kit.device(), source.sentAt(), source.withdrawn(), List.of(line));
    Answer answer = arrivals.take(batch).getFirst();
    return new Outcome(answer.key(), answer.outcome().code(), answer.code(), answer.at());
  }
}
