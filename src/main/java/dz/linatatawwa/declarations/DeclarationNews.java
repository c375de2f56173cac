package dz.linatatawwa.declarations;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organizations;
import org.springframework.stereotype.Component;

/** What the people of a declaration hear of it, and the reasons that the ledger keeps. */
@Component
class DeclarationNews {

  private final Notices notices;
  private final Organizations organizations;
  private final Dictionary dictionary;

  DeclarationNews(Notices notices, Organizations organizations, Dictionary dictionary) {
    this.notices = notices;
    this.organizations = organizations;
    this.dictionary = dictionary;
  }

  void organizationAsked(Declaration declaration) {
    var organization = declaration.work().organization();
    if (organization == null) return;
    notices.tellAll(organizations.coordinators(organization).stream().filter(person -> !person.equals(declaration.volunteer())).toList(),
        "declaration-asked", "declarations.notice.asked.title", "declarations.notice.asked.body", "/organizations/" + organization + "/desk/declarations",
        "declaration-asked:" + declaration.id() + ":" + declaration.since(), declaration.volunteerName(), declaration.work().title());
  }

  /** @param what refused, doubted or kept */
  void told(Declaration declaration, String what) {
    String code = declaration.reasonCode();
    String words = declaration.reasonWords();
    InWords why = dictionary -> code == null ? "" : dictionary.text("declarations.reason." + code);
    notices.tell(declaration.volunteer(), "declaration-" + what, "declarations.notice." + what + ".title", "declarations.notice." + what + ".body",
        "/declarations/" + declaration.id(), "declaration-" + what + ":" + declaration.id() + ":" + declaration.since(), declaration.work().title(), why,
        words == null ? "" : words);
  }

  /** Why lines are taken back when the author withdraws or changes: kept in the ledger, in the language that all read. */
  String taken(Declaration declaration) {
    return dictionary.in(Language.AR).text("declarations.ledger.withdrawn", declaration.id().toString());
  }

  /** Why lines are taken back when the organisation denies. */
  String denied(Declaration declaration) {
    return dictionary.in(Language.AR).text("declarations.ledger.denied", declaration.id().toString());
  }
}
