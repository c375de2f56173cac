package dz.linatatawwa.trainings;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainings go along with the organisation that gives them. */
@Component
class TrainingsAlong extends RowsAlong {

  TrainingsAlong(JdbcClient db) {
    super(db, "training", "trainings.training", "id", "true");
  }
}
