package dz.linatatawwa.messages;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.Optional;

/** Whose people a circular is for. In addresses and forms {@code shift-12}, {@code opportunity-7}, {@code campaign-3}. */
public sealed interface Reach {

  /** Who has a place in one shift. */
  record OfShift(ShiftId shift) implements Reach {
    @Override
    public String code() {
      return "shift-" + shift;
    }
  }

  /** Who has a place in any shift of an opportunity. */
  record OfOpportunity(OpportunityId opportunity) implements Reach {
    @Override
    public String code() {
      return "opportunity-" + opportunity;
    }
  }

  /** Who has a place in one of the organisation's own opportunities of a campaign. */
  record OfCampaign(CampaignId campaign) implements Reach {
    @Override
    public String code() {
      return "campaign-" + campaign;
    }
  }

  /** As addresses and forms say it. */
  String code();

  /** What an address or a form says; nothing when it is none. */
  static Optional<Reach> read(String typed) {
    if (!typed.matches("(shift|opportunity|campaign)-[1-9][0-9]{0,17}")) return Optional.empty();
    long number = Long.parseLong(typed.substring(typed.indexOf('-') + 1));
    return Optional.of(switch (typed.charAt(0)) {
      case 's' -> new OfShift(new ShiftId(number));
      case 'o' -> new OfOpportunity(new OpportunityId(number));
      default -> new OfCampaign(new CampaignId(number));
    });
  }
}
