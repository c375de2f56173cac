package dz.linatatawwa.accounts;

/** The person must make a passkey before this page opens. */
class PasskeyNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PasskeyNeeded(AccountId person) {
    super(person + " needs a passkey", null, false, false);
  }
}
