package dz.linatatawwa.stories.web;

import dz.linatatawwa.stories.Asked;

/** A testimony as its person reads it before they answer. */
public record AskedWords(Asked asked, StoryCard card, StoryBody body) {}
