package dz.linatatawwa.stories;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** What a volunteer writes of what they lived.
 *  @param language in which it is written: Arabic, French or English
 *  @param body     30 to 5,000 letters
 *  @param whole    named by their whole name; else by the first. Of a minor it is the first, whatever stands here
 *  @param shows    who can be recognised on the picture: {@code nobody}, {@code me}, {@code others}; null: there is none
 *  @param people   the others, by name; may be empty */
public record SentDraft(Language language, String title, String body, boolean whole, @Nullable String shows, String people) {}
