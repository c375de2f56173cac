package dz.linatatawwa.site;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of {@link Flashes}: made at first need, the same for all nodes, so that what came of a deed on one node is said on the next page by another. */
@Component
class FlashKey {

  private static final Logger LOG = LoggerFactory.getLogger(FlashKey.class);

  private final JdbcClient db;

  FlashKey(JdbcClient db) {
    this.db = db;
  }

  @EventListener({ApplicationReadyEvent.class, DataReplaced.class})
  void share() {
    try {
      Flashes.signWith(shared());
    } catch (DataAccessException away) {
      LOG.warn("messages after a deed are shown by this node alone until it starts again", away);
    }
  }

  /** 32 random bytes. */
  byte[] shared() {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    db.sql("insert into site.secret (purpose, value) values ('flash', :value) on conflict do nothing").param("value", fresh).update();
    return db.sql("select value from site.secret where purpose = 'flash'").query(byte[].class).single();
  }
}
