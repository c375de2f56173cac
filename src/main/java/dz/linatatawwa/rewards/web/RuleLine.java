package dz.linatatawwa.rewards.web;

import org.jspecify.annotations.Nullable;

/** One condition of a rule as it stands for a reader.
 *  @param words   the condition
 *  @param met     null: nobody asked
 *  @param missing what is missing, in words; empty when nothing is
 *  @param have    how far it is, in its unit
 *  @param need    how far it must be; 1 where there is no way in between */
public record RuleLine(String words, @Nullable Boolean met, String missing, long have, long need, String haveWords, String needWords) {}
