package dz.linatatawwa.search;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that everybody may see, as a line of a list.
 *  @param number    in the order in which it became known; never another's
 *  @param at        when it takes place or took place; null: at no time in particular
 *  @param since     when everybody could first see it
 *  @param changedAt when something that people read in it last changed */
public record Hit(long number, String kind, long id, String path, LocalName name, @Nullable LocalName about, @Nullable LocalName by, @Nullable String wilaya,
    @Nullable String commune, @Nullable String field, @Nullable Instant at, Instant since, Instant changedAt) {}
