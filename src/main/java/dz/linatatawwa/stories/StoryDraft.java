package dz.linatatawwa.stories;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What the media cell wrote.
 *  @param wilaya null: the whole country
 *  @param field  null: none */
public record StoryDraft(StoryKind kind, @Nullable WilayaCode wilaya, @Nullable String field, StoryWords words) {}
