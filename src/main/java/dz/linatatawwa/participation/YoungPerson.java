package dz.linatatawwa.participation;

import org.jspecify.annotations.Nullable;

/** What somebody who leads a shift must know of a person's age there.
 *  @param minor     under the age of majority on the day of the shift
 *  @param fault     why they may not come after all; null: they may
 *  @param companion name of the person of age with whom they come; null: nobody is named
 *  @param brought   comes with a group whose leader answers for them */
public record YoungPerson(boolean minor, @Nullable YoungFault fault, @Nullable String companion, boolean brought) {}
