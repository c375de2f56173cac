package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.PublicKeyView;
import dz.linatatawwa.codes.Signer;
import dz.linatatawwa.participation.ShiftFacts;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a kit and signs it, so that a phone trusts its roster only as it left the server. */
@Component
class KitSeal {

  /** What a phone must know of the shift; times in milliseconds. @param opens and {@code shuts}: with the organisation's grace */
  private record About(long id, long organization, String title, String place, long from, long to, long opens, long shuts) {}

  /** @param now  the server's clock, milliseconds
   *  @param keys with which people's codes are checked
   *  @param gone codes of these people that were withdrawn */
  private record Payload(long kit, About shift, long now, List<PublicKeyView> keys, List<RosterText.Row> rows, PersonalCodes.Withdrawn gone) {}

  private final RosterText roster;
  private final PersonalCodes codes;
  private final Signer signer;
  private final JsonMapper json;
  private final Clock clock;

  KitSeal(RosterText roster, PersonalCodes codes, Signer signer, JsonMapper json, Clock clock) {
    this.roster = roster;
    this.codes = codes;
    this.signer = signer;
    this.json = json;
    this.clock = clock;
  }

  String sealed(KitId id, ShiftFacts shift, boolean firstNames) {
    List<RosterText.Row> rows = roster.of(shift, firstNames);
    About about = new About(shift.shiftId(), shift.organizationId(), shift.title(), shift.address(), shift.startsAt().toEpochMilli(),
        shift.endsAt().toEpochMilli(), shift.opens().toEpochMilli(), shift.shuts().toEpochMilli());
    PersonalCodes.Withdrawn gone = codes.withdrawn(rows.stream().map(row -> new AccountId(row.v())).toList());
    return signer.jws(json.writeValueAsBytes(new Payload(id.value(), about, clock.millis(), codes.keys(), rows, gone)));
  }
}
