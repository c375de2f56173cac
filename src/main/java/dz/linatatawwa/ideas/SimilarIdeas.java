package dz.linatatawwa.ideas;

import dz.linatatawwa.language.Stems;
import dz.linatatawwa.places.WilayaCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Ideas whose titles say nearly the same: by the stems of their words, so that «تنظيف شاطئ زموري» and «تنظيف الشواطئ بزموري» meet, whatever the letters' marks. Any two words
 *  together find by the index, the rest is weighed in memory. (Trigrams see no Arabic letter in this database: decision 0014.) */
@Service
public class SimilarIdeas {

  private static final int MOST = 5;
  private static final int WORDS = 6;
  private static final int LOOKED_AT = 60;
  /** So much of the shorter title must stand in the other. */
  private static final double ENOUGH = 0.55;

  private final JdbcClient db;

  SimilarIdeas(JdbcClient db) {
    this.db = db;
  }

  private record Weighed(Idea idea, double likeness) {}

  /** The likest first, five at most; none while too little is typed.
   *  @param wilaya a need is only like one of the same wilaya */
  public List<Idea> like(String title, @Nullable IdeaKind kind, @Nullable WilayaCode wilaya, @Nullable IdeaId itself) {
    Set<String> stems = stems(title.length() > 160 ? title.substring(0, 160) : title);
    if (stems.isEmpty() || title.strip().length() < 4) return List.of();
    return candidates(query(stems)).stream().filter(idea -> !idea.id().equals(itself) && mayBe(idea, kind, wilaya))
        .map(idea -> new Weighed(idea, likeness(stems, stems(idea.told().title())) + (wilaya != null && wilaya.equals(idea.told().wilaya()) ? 0.1 : 0)))
        .filter(one -> one.likeness >= ENOUGH).sorted(Comparator.comparingDouble(Weighed::likeness).reversed().thenComparing(one -> -one.idea.supporters()))
        .limit(MOST).map(Weighed::idea).toList();
  }

  private List<Idea> candidates(String query) {
    return db.sql("select " + IdeaTable.COLUMNS + """
         from ideas.idea i
        where i.shown and i.title_words @@ cast(:query as tsquery)
        order by ts_rank(i.title_words, cast(:query as tsquery)) desc, i.id desc limit :most
        """).param("query", query).param("most", LOOKED_AT).query(IdeaTable::read).list();
  }

  /** A need of another wilaya is another need. */
  private static boolean mayBe(Idea idea, @Nullable IdeaKind kind, @Nullable WilayaCode wilaya) {
    boolean needs = kind == IdeaKind.NEED || idea.told().kind() == IdeaKind.NEED;
    return !needs || wilaya == null || wilaya.equals(idea.told().wilaya());
  }

  private static Set<String> stems(String title) {
    Set<String> stems = new LinkedHashSet<>(Arrays.asList(Stems.searchText(title).split(" ")));
    stems.remove("");
    return stems;
  }

  /** Any two of the words, the last of which may be half typed; the only word alone. Stems hold letters and digits only, so nothing in them ends the quotes. */
  private static String query(Set<String> stems) {
    List<String> words = stems.stream().limit(WORDS).map(stem -> stem.length() > 2 ? "'" + stem + "':*" : "'" + stem + "'").toList();
    if (words.size() == 1) return words.getFirst();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) for (int j = i + 1; j < words.size(); j++) pairs.add("(" + words.get(i) + " & " + words.get(j) + ")");
    return String.join(" | ", pairs);
  }

  /** The share of the shorter title that stands in the other, less a little for what only the longer says. */
  private static double likeness(Set<String> one, Set<String> other) {
    Set<String> shorter = one.size() <= other.size() ? one : other;
    Set<String> longer = shorter == one ? other : one;
    long shared = shorter.stream().filter(stem -> longer.stream().anyMatch(its -> same(stem, its))).count();
    if (shared < 2 && shorter.size() > 1) return 0;
    double only = longer.size() - shared;
    return (double) shared / shorter.size() - 0.02 * only;
  }

  private static boolean same(String one, String other) {
    return one.equals(other) || one.length() > 2 && other.startsWith(one) || other.length() > 2 && one.startsWith(other);
  }
}
