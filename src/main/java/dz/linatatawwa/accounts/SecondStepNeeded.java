package dz.linatatawwa.accounts;

/** The person has a second step and has not taken it in this session. */
class SecondStepNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecondStepNeeded(AccountId person) {
    super(person + " has to take the second step", null, false, false);
  }
}
