package dz.linatatawwa.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says every few seconds that this node is there, sees who else is, and holds what they must share against what they have. */
@Component("nodePresence")
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class Presence {

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final Nodes nodes;
  private final NodeTable table;
  private final ObjectProvider<SharedThing> shared;
  private final Environment environment;
  private Set<String> differedBefore = Set.of();
  private volatile boolean leaving;

  Presence(Nodes nodes, NodeTable table, ObjectProvider<SharedThing> shared, Environment environment) {
    this.nodes = nodes;
    this.table = table;
    this.shared = shared;
    this.environment = environment;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.nodes:5s}", initialDelayString = "${linatatawwa.clock.nodes-first:1s}")
  synchronized void beat() {
    if (leaving) return;
    try {
      Map<String, String> marks = marks();
      List<Node> there = table.here(nodes.me(), host(), marks);
      Set<String> differ = differences(there, marks);
      Set<String> twice = new TreeSet<>(differ);
      twice.retainAll(differedBefore); // a key that was made a moment ago has not reached everybody
      differedBefore = differ;
      if (!twice.isEmpty() && nodes.apart().isEmpty()) LOG.error("this node does not share {} with an older one and will not be ready: see docs/operations.md, several nodes", twice);
      nodes.found(there, List.copyOf(twice));
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("nobody can be told that this node is there", away);
    }
  }

  /** The others count on this node no more. */
  synchronized void leave() {
    leaving = true;
    try {
      table.gone(nodes.me());
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("nobody can be told that this node leaves", away);
    }
  }

  private Set<String> differences(List<Node> there, Map<String, String> marks) {
    Set<String> differ = new TreeSet<>();
    for (Node node : there) {
      if (node.id().equals(nodes.me())) break; // the older stay, whoever came later is apart
      marks.forEach((name, mark) -> {
        if (!mark.equals(node.marks().getOrDefault(name, mark))) differ.add(name);
      });
    }
    return differ;
  }

  private Map<String, String> marks() {
    Map<String, String> marks = new TreeMap<>();
    shared.forEach(thing -> thing.mark().ifPresent(mark -> marks.put(thing.name(), mark)));
    return marks;
  }

  private String host() {
    String port = environment.getProperty("local.server.port", "?");
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + port;
    } catch (UnknownHostException nameless) {
      return "?:" + port;
    }
  }
}
