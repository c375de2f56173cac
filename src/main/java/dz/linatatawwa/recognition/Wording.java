package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;

/** What an administrator writes of a badge.
 *  @param name  2 to 80 characters in each language
 *  @param words 2 to 400 characters in each language
 *  @param keeps as {@link Badge#keeps()} */
public record Wording(LocalName name, LocalName words, Picture picture, Rule rule, boolean keeps) {}
