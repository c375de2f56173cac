package dz.linatatawwa.archive;

import dz.linatatawwa.organizations.RowsAlong;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an organisation tells of the past goes along with it. */
@Component
class OperationsAlong extends RowsAlong {

  private final ListedOperations shelf;

  OperationsAlong(JdbcClient db, ListedOperations shelf) {
    super(db, "operation", "archive.operation", "id", "true");
    this.shelf = shelf;
  }

  @Override
  protected void moved(List<Long> numbers) {
    shelf.refresh(numbers);
  }
}
