package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures of how a thing was when it changed hands: for those who run its owner and its borrower. */
@Component
class HandingPictures implements StayingPictures {

  static final String PURPOSE = "thing-handing";

  private final JdbcClient db;

  HandingPictures(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return db.sql("""
        select exists (
          select from means.movement m
          join means.booking b on b.id = m.booking_id
          join means.thing t on t.id = b.thing_id
          join organizations.runner r on r.organization_id in (b.organization_id, t.organization_id)
          where m.file_id = :file and r.account_id = :person)
        """).param("file", file.id().value()).param("person", person == null ? null : person.value(), Types.BIGINT).query(Boolean.class).single();
  }
}
