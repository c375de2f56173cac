package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorldTest
class CancellingTests {

  private static final int ROWS = 250;
  private static final int PORTION = 100;

  @Autowired Imports imports;
  @Autowired ImportTable table;
  @Autowired Storing storing;
  @LocalServerPort int port;

  @Test
  void anImportThatRunsStopsAfterItsRowsAndCanGoOnOrBeUndone() {
    AccountId karima = SignIn.administrator("كريمة");
    String csv = csv();
    long id = ((Imports.Begun.Kept) imports.begin(Kind.ORGANIZATIONS, null, "cancelled.csv", csv.getBytes(StandardCharsets.UTF_8), karima)).id();
    Grid grid = ((Reading.Done) Tables.read(csv.getBytes(StandardCharsets.UTF_8))).grid();
    table.move(id, "running", "uploaded");
    assertThat(storing.next(id, grid, imports.mapping(id))).isTrue();

    Visit visit = Visit.as(port, karima).reading("en");
    assertThat(visit.get("/imports/" + id).page().select("form[action$=/cancellation]")).hasSize(1);
    assertThat(visit.post("/imports/" + id + "/cancellation").status()).isEqualTo(303);
    assertThat(storing.next(id, grid, imports.mapping(id))).isFalse();
    Import cancelled = imports.find(id).orElseThrow();
    assertThat(cancelled.state()).isEqualTo(Import.State.CANCELLED);
    assertThat(cancelled.counts().stored()).isEqualTo(PORTION);
    assertThat(cancelled.undoable() && cancelled.resumable()).isTrue();
    assertThat(visit.get("/imports/" + id).page().select("form[action$=/run], form[action$=/reversal]")).hasSize(2);

    imports.run(id);
    assertThat(imports.find(id).orElseThrow().state()).as("cancelled stays cancelled until somebody goes on").isEqualTo(Import.State.CANCELLED);
    imports.undo(id);
    assertThat(imports.find(id).orElseThrow().counts().undone()).isEqualTo(PORTION);
    assertThat(imports.find(id).orElseThrow().state()).isEqualTo(Import.State.UNDONE);
  }

  private static String csv() {
    StringBuilder csv = new StringBuilder("id,الاسم,wilaya,البلدية\n");
    for (int i = 1; i <= ROWS; i++) csv.append(i).append(",جمعية الرقم ").append(i).append(",19,سطيف\n");
    return csv.toString();
  }
}
