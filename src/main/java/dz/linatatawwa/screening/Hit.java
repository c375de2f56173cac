package dz.linatatawwa.screening;

/** One rule that held an opportunity, in one version.
 *  @param found what of the opportunity it found; may be empty */
public record Hit(long rule, int version, String title, String found) {}
