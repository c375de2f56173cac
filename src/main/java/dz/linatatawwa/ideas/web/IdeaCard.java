package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Idea;
import org.jspecify.annotations.Nullable;

/** An idea in a list.
 *  @param place   in words; empty where it is nowhere
 *  @param field   its name; empty where it has none
 *  @param picture a small one, or null
 *  @param adopted the name of the organisation that has it, or null */
public record IdeaCard(Idea idea, String place, String field, @Nullable String picture, @Nullable String adopted) {}
