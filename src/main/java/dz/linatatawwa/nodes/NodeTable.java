package dz.linatatawwa.nodes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of nodes. Time is the database's: the clocks of nodes need not agree. */
@Repository
class NodeTable {

  private final JdbcClient db;

  NodeTable(JdbcClient db) {
    this.db = db;
  }

  /** This node is there; forgets who was not for a day.
   *  @return everybody who said so lately, the oldest first */
  @Transactional
  public List<Node> here(UUID me, String host, Map<String, String> marks) {
    List<String> names = new ArrayList<>(marks.keySet());
    db.sql("""
        insert into nodes.node (id, host, marks) values (:id, :host, jsonb_object(:names::text[], :marks::text[]))
        on conflict (id) do update set host = excluded.host, marks = excluded.marks, seen_at = now()
        """).param("id", me).param("host", host).param("names", names.toArray(String[]::new))
        .param("marks", names.stream().map(marks::get).toArray(String[]::new)).update();
    db.sql("delete from nodes.node where seen_at < now() - interval '1 day'").update();
    return db.sql("""
        select n.id, n.host, n.started_at, n.seen_at,
          array(select m.key from jsonb_each_text(n.marks) m order by m.key) as names, array(select m.value from jsonb_each_text(n.marks) m order by m.key) as marks
        from nodes.node n
        where n.seen_at > now() - interval '20 seconds'
        order by n.started_at, n.id
        limit 500
        """).query(NodeTable::node).list();
  }

  void gone(UUID me) {
    db.sql("delete from nodes.node where id = :id").param("id", me).update();
  }

  private static Node node(ResultSet row, int number) throws SQLException {
    String[] names = (String[]) row.getArray("names").getArray();
    String[] values = (String[]) row.getArray("marks").getArray();
    Map<String, String> marks = new TreeMap<>();
    for (int i = 0; i < names.length; i++) marks.put(names[i], values[i]);
    return new Node(row.getObject("id", UUID.class), row.getString("host"), row.getTimestamp("started_at").toInstant(), row.getTimestamp("seen_at").toInstant(), marks);
  }
}
