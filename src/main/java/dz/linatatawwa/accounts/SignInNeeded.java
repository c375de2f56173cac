package dz.linatatawwa.accounts;

/** A page was asked for that needs somebody, and nobody is signed in: a way to sign in and back is answered. */
class SignInNeeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SignInNeeded() {
    super("sign-in needed", null, false, false);
  }
}
