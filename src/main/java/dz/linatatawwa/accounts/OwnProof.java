package dz.linatatawwa.accounts;

/** Addresses whose requests prove by themselves where they come from (a signature over the body) and act for no session: they need no token of a
 *  form. The room that answers there gives a bean and checks the proof.
 *  @param path with {@code *} for one part: {@code /api/kits/*}{@code /deeds} */
public record OwnProof(String path) {}
