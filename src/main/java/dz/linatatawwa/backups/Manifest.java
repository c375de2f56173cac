package dz.linatatawwa.backups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a backup is: plain lines that a person reads too. It is written last, so a folder without one is no backup.
 *  @param facts what was found: {@code taken}, {@code consistent}, {@code postgresql}, {@code system}, {@code archive}, …
 *  @param parts the packed files, with their sums */
record Manifest(Map<String, String> facts, List<Packed> parts) {

  static final String NAME = "MANIFEST";
  private static final String FIRST = "linatatawwa backup 1";

  /** A fact that every backup has. */
  String fact(String name) {
    String value = facts.get(name);
    if (value == null) throw new BackupTrouble("the manifest says nothing of " + name);
    return value;
  }

  /** From this moment on any later one can be brought back: the database was whole then. */
  Instant consistent() {
    return Instant.parse(fact("consistent"));
  }

  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of(FIRST));
    facts.forEach((name, value) -> lines.add(name + " " + value));
    parts.forEach(part -> lines.add("part " + part.sha256() + " " + part.bytes() + " " + part.name()));
    Files.write(folder.resolve(NAME), lines);
  }

  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) throw new BackupTrouble(folder + " is no backup: it has no " + NAME);
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(FIRST)) throw new BackupTrouble(file + " was written by another version of the platform");
    Map<String, String> facts = new LinkedHashMap<>();
    List<Packed> parts = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", 2);
      if (words[0].equals("part") && words.length == 2) parts.add(part(words[1]));
      else if (words.length == 2) facts.put(words[0], words[1]);
    }
    return new Manifest(facts, parts);
  }

  private static Packed part(String line) {
    String[] words = line.split(" ", 3);
    if (words.length < 3 || !words[1].matches("[0-9]{1,18}") || !words[2].matches("[a-z.]+")) throw new BackupTrouble("the manifest is broken at: " + line);
    return new Packed(words[2], words[0], Long.parseLong(words[1]));
  }

  /** One packed file. */
  record Packed(String name, String sha256, long bytes) {}
}
