package dz.linatatawwa.backups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of a command: those with a name ({@code --to DIR}, {@code --to=DIR}) and loose ones. */
record Options(List<String> loose, Map<String, String> named) {

  static Options of(List<String> words, String... known) {
    List<String> loose = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).startsWith("--")) {
        loose.add(words.get(i));
        continue;
      }
      String[] parts = words.get(i).substring(2).split("=", 2);
      if (!Set.of(known).contains(parts[0])) throw new BackupTrouble("there is no " + words.get(i));
      if (parts.length == 1 && i + 1 == words.size()) throw new BackupTrouble(words.get(i) + " needs a word after it");
      named.put(parts[0], parts.length == 2 ? parts[1] : words.get(++i));
    }
    return new Options(loose, named);
  }

  boolean has(String name) {
    return named.containsKey(name);
  }

  String get(String name, String otherwise) {
    return named.getOrDefault(name, otherwise);
  }

  /** A setting of the platform, from its words or from the environment; empty where there is none. */
  static String setting(Map<String, String> settings, String name) {
    String inEnvironment = name.replace('.', '_').replace("-", "").toUpperCase(java.util.Locale.ROOT);
    return settings.getOrDefault(name, Optional.ofNullable(System.getenv(inEnvironment)).orElse(""));
  }
}
