package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.Contact;
import org.jspecify.annotations.Nullable;

/** Somebody whom a leader adds to a group: by the code of their account, or, without one, by name and year of birth.
 *  @param code      six digits and up of somebody with an account; empty for a child without
 *  @param guardian  name of the guardian; null: not known
 *  @param contact   the guardian's; null: none */
public record Child(String code, String name, int birthYear, @Nullable String guardian, @Nullable Contact contact) {}
