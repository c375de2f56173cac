package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.taxonomy.Activity;
import dz.linatatawwa.taxonomy.Field;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/** Finds our fields and activities behind what other tables call them. */
@Component
class FieldWords {

  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Taxonomy taxonomy;

  FieldWords(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    Map<String, List<String>> others = Lists.of("fields.txt");
    for (Field field : taxonomy.fields()) {
      List<String> all = new ArrayList<>(others.getOrDefault(field.code(), List.of()));
      all.add(Folding.fold(field.name().ar()));
      if (field.name().fr() instanceof String french) all.add(Folding.fold(french));
      if (field.name().en() instanceof String english) all.add(Folding.fold(english));
      words.put(field.code(), all);
    }
  }

  /** Every field that a cell names, several divided by bars, semicolons or commas; what names none is noted. */
  List<String> all(Cells cells, String column) {
    SequencedSet<String> found = new LinkedHashSet<>();
    String raw = cells.raw(column);
    if (raw.isBlank()) return List.of();
    code(raw).ifPresent(found::add);
    if (found.isEmpty()) for (String part : raw.split("[|;/]|[,،]\\s")) code(part).ifPresent(found::add);
    if (found.isEmpty()) cells.note(column, "imports.note.fieldUnknown");
    return List.copyOf(found);
  }

  /** The activity of a cell, by its code or name. */
  Optional<Activity> activity(Cells cells) {
    String typed = Folding.fold(cells.raw("activity"));
    if (typed.isEmpty()) return Optional.empty();
    Optional<Activity> found = taxonomy.fields().stream().flatMap(field -> taxonomy.activities(field.code()).stream())
        .filter(a -> Folding.fold(a.code()).equals(typed) || Folding.fold(a.name().ar()).equals(typed)
            || Folding.fold(String.valueOf(a.name().fr())).equals(typed) || Folding.fold(String.valueOf(a.name().en())).equals(typed)).findFirst();
    if (found.isEmpty()) cells.note("activity", "imports.note.activityUnknown");
    return found;
  }

  private Optional<String> code(String typed) {
    return Lists.code(words, typed);
  }
}
