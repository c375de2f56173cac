package dz.linatatawwa.organizations;

import java.util.List;

/** What stands under an organisation in some room and goes along when it is merged into another. One bean for each kind; the ledger of hours has none. */
public interface GoesAlong {

  /** The kind, as kept: {@code opportunity}. */
  String what();

  /** The message key of a sentence that says how many: {0}. */
  String countKey();

  /** How many would go along. */
  long count(OrganizationId goes, OrganizationId stays);

  /** Puts them under the one that stays, in this transaction.
   *  @return the numbers of those that went */
  List<Long> move(OrganizationId goes, OrganizationId stays);

  /** Puts them back, where they still stand there. */
  void back(List<Long> numbers, OrganizationId goes, OrganizationId stays);
}
