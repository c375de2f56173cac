package dz.linatatawwa.site;

/** A person's page that stays on their phone once it was opened, for when there is no network; erased at sign-out.
 *  @param path the whole path; the newest answer is kept */
public record OwnPage(String path) {}
