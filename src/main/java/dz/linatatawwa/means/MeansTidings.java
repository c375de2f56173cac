package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organizations;
import org.springframework.stereotype.Component;

/** What people are told about goods, in their own language, with the deed's transaction. */
@Component
class MeansTidings {

  private static final String MINE = "/pledges";

  private final Notices notices;
  private final Organizations organizations;

  MeansTidings(Notices notices, Organizations organizations) {
    this.notices = notices;
    this.organizations = organizations;
  }

  /** Tells who runs the organisation that somebody promised something. */
  void pledged(Need need, Pledge pledge) {
    InWords amount = words -> need.counted(words, pledge.amount());
    InWords day = words -> words.longDate(pledge.bringOn());
    notices.tellAll(organizations.coordinators(need.organization()), "pledge-made", "means.notice.pledged.title", "means.notice.pledged.body",
        "/organizations/" + need.organization() + "/desk/means/needs/" + need.id(), "pledge-made-" + pledge.id(), need.wanted().item(), pledge.giver(), amount, day);
  }

  /** @param line the number of what was brought */
  void thanks(Need need, Pledge pledge, int amount, long line) {
    tell(need, pledge.by(), "thanks", amount, "pledge-thanks-" + line);
  }

  void reversed(Need need, Pledge pledge, int amount, long line) {
    tell(need, pledge.by(), "reversed", amount, "pledge-reversed-" + line);
  }

  void released(Need need, Pledge pledge) {
    tell(need, pledge.by(), "released", pledge.expected(), "pledge-released-" + pledge.id());
  }

  void closed(Need need, Pledge pledge) {
    tell(need, pledge.by(), "closed", pledge.expected(), null);
  }

  /** The day before it is to be brought. */
  void remind(Need need, Pledge pledge) {
    tell(need, pledge.by(), "reminder", pledge.expected(), "pledge-reminder-" + pledge.id());
  }

  private void tell(Need need, AccountId to, String what, int amount, @org.jspecify.annotations.Nullable String once) {
    InWords counted = words -> need.counted(words, amount);
    notices.tell(to, "pledge-" + what, "means.notice." + what + ".title", "means.notice." + what + ".body", MINE, once, need.wanted().item(), need.organizationName(), counted,
        need.wanted().bringTo());
  }
}
