package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryText;
import org.jspecify.annotations.Nullable;

/** A story as lists and its page show it.
 *  @param in    the language in which it is read
 *  @param place in words
 *  @param field its name; empty where it has none
 *  @param cover null: no picture that may be shown */
public record StoryCard(Story story, Language in, StoryText text, String place, String field, @Nullable StoryPicture cover) {}
