package dz.linatatawwa.nodes;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes that serve this platform together. They share PostgreSQL and the store of files, and nothing else. */
@Component
public class Nodes {

  /** The channel of PostgreSQL on which they speak. */
  static final String CHANNEL = "linatatawwa";

  private final JdbcClient db;
  private final UUID me = UUID.randomUUID();
  private volatile boolean hearing;
  private volatile List<Node> present = List.of();
  private volatile List<String> apart = List.of();

  Nodes(JdbcClient db) {
    this.db = db;
  }

  /** Tells every node, this one too, once the transaction under way is committed; at once where there is none. They hear it within some milliseconds
   *  as {@link Heard}.
   *  @param what one word, the kind
   *  @param whom it concerns: an id, at most 200 characters; may be empty */
  public void tell(String what, String whom) {
    if (what.isEmpty() || what.indexOf(' ') >= 0 || whom.length() > 200) throw new IllegalArgumentException("not a word for nodes: " + what + " " + whom);
    db.sql("select pg_notify(:channel, :word) is null").param("channel", CHANNEL).param("word", what + " " + whom).query((row, number) -> true).single();
  }

  /** Whether this node hears the others now. While it does not, memory that only a word would correct is not to be trusted. */
  public boolean hears() {
    return hearing;
  }

  /** How many nodes are there, this one counted; at least one. */
  public int count() {
    return Math.max(1, present.size());
  }

  /** Who was there some seconds ago, the oldest first. */
  public List<Node> present() {
    return present;
  }

  /** What this node does not share with an older one though it must: {@code keys}, {@code files}. Such a node is not ready. */
  public List<String> apart() {
    return apart;
  }

  UUID me() {
    return me;
  }

  void hearing(boolean now) {
    hearing = now;
  }

  void found(List<Node> there, List<String> different) {
    present = there;
    apart = different;
  }
}
