package dz.linatatawwa.accounts;

/** A sensitive deed has to wait, because the ways into the account changed lately. */
class HeldBack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HeldBack(AccountId person) {
    super(person + " has to wait with this deed", null, false, false);
  }
}
