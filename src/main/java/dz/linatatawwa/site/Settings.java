package dz.linatatawwa.site;

import dz.linatatawwa.nodes.Heard;
import dz.linatatawwa.nodes.Nodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes settings. What is stored is held in memory, and read again when a node tells that it changed something, and every minute besides. */
@Component
public class Settings {

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private static final String WORD = "settings";

  private final JdbcClient db;
  private final Nodes nodes;
  private volatile Map<String, String> stored = Map.of();
  private volatile boolean known;

  Settings(JdbcClient db, Nodes nodes) {
    this.db = db;
    this.nodes = nodes;
  }

  /** What holds now; the standard where nothing is stored, or what is stored lies outside the bounds by now. */
  public <T> T get(Setting<T> setting) {
    if (!known) firstTime();
    String text = stored.get(setting.key());
    return text == null ? setting.standard() : setting.read(text).orElse(setting.standard());
  }

  /** Nobody has asked before and the database is away: the standards hold until it is back. */
  private void firstTime() {
    try {
      refresh();
    } catch (DataAccessException away) {
      LOG.warn("settings cannot be read: the standards hold", away);
    }
  }

  /** Stores a value and who set it.
   *  @param by the account of an administrator */
  @Transactional
  public <T> void change(Setting<T> setting, T value, long by) {
    db.sql("""
        insert into site.setting (key, value, changed_at, changed_by)
        values (:key, :value, now(), :by)
        on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """).param("key", setting.key()).param("value", setting.write(value)).param("by", by).update();
    nodes.tell(WORD, setting.key());
    refresh();
  }

  @EventListener
  void heard(Heard word) {
    if (word.tellsOf(WORD)) refresh();
  }

  /** Reads again what is stored. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  @EventListener(DataReplaced.class)
  public void refresh() {
    Map<String, String> found = new ConcurrentHashMap<>();
    db.sql("select key, value from site.setting").query(row -> {
      found.put(row.getString("key"), row.getString("value"));
    });
    stored = found;
    known = true;
  }
}
