package dz.linatatawwa.partnerships;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements go along with the organisation that is their other side; what was signed stays as it was signed. */
@Component
class AgreementsAlong extends RowsAlong {

  AgreementsAlong(JdbcClient db) {
    super(db, "agreement", "partnerships.agreement", "id", "true");
  }
}
