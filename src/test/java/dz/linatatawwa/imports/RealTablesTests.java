package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dz.linatatawwa.world.Shared;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real tables, dirty as they are, which lie beside the repository in {@code shared/data}; without that folder these tests are skipped and say so. */
@WorldTest
class RealTablesTests {

  @Autowired Imports imports;
  @Autowired JdbcClient db;

  @Test
  void digestsTheOpportunitiesOfNewYork() throws IOException {
    Import done = twice(Kind.OPPORTUNITIES, "data/volunteering/nyc-service-opportunities-2011.csv");
    assertThat(done.counts()).isEqualTo(new Import.Counts(665, 665, 665, 0, 0, 0, 0));
    Map<String, Integer> reasons = reasons(done.id());
    assertThat(imports.made(done.id())).isEqualTo(261);
    assertThat(reasons).containsEntry("imports.note.fieldOpen", 48).containsEntry("imports.note.notCounted", 2).containsEntry("imports.note.positionElsewhere", 383)
        .containsEntry("imports.note.placeOpen", 665).doesNotContainKey("imports.note.fieldUnknown");
    assertThat(db.sql("select count(*) from opportunities.opportunity where import_id = :id and state = 'draft'").param("id", done.id()).query(Integer.class).single()).isEqualTo(665);
    int shifts = db.sql("select count(*) from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where o.import_id = :id").param("id", done.id())
        .query(Integer.class).single();
    assertThat(shifts).isEqualTo(reasons.get("imports.note.hoursAssumed")).isEqualTo(665 - reasons.get("imports.note.goesOn") - reasons.get("imports.note.noCapacity"));
  }

  @Test
  void digestsTheActivitiesOfBritainButNotThoseItsSourceDeleted() throws IOException {
    Import done = twice(Kind.OPPORTUNITIES, "data/volunteering/doit-uk-activities-2025.csv");
    assertThat(done.counts()).isEqualTo(new Import.Counts(100, 100, 90, 0, 10, 0, 0));
    assertThat(reasons(done.id())).containsEntry("imports.reason.deleted", 10);
    assertThat(db.sql("select max(length(description)) from opportunities.opportunity where import_id = :id").param("id", done.id()).query(Integer.class).single()).isGreaterThan(3_800);
  }

  @Test
  void digestsTheInstitutionsOfAlgeriaAndTakesThemBack() throws IOException {
    Import done = twice(Kind.INSTITUTIONS, "data/dz/institutions.csv");
    assertThat(done.counts().in()).isEqualTo(4443);
    assertThat(done.counts().bad()).isBetween(60, 90);
    assertThat(reasons(done.id()).keySet()).filteredOn(reason -> reason.startsWith("imports.reason."))
        .containsOnly("imports.reason.nameMissing", "imports.reason.nameTooShort", "imports.reason.noSuchCommune");
    assertThat(db.sql("select count(distinct wilaya_code) from organizations.organization where import_id = :id").param("id", done.id()).query(Integer.class).single()).isEqualTo(69);
    imports.undo(done.id());
    assertThat(imports.find(done.id()).orElseThrow().counts().undone()).isEqualTo(done.counts().stored());
    assertThat(db.sql("select count(*) from organizations.organization where import_id = :id").param("id", done.id()).query(Integer.class).single()).isZero();
  }

  private Import twice(Kind kind, String name) throws IOException {
    Optional<Path> file = Shared.file(name);
    assumeTrue(file.isPresent(), "skipped: no shared/" + name + " beside the repository");
    byte[] content = Files.readAllBytes(file.orElseThrow());
    Import first = run(kind, content);
    Import.Counts counts = first.counts();
    assertThat(first.state()).isEqualTo(Import.State.DONE);
    assertThat(counts.stored() + counts.same() + counts.bad()).isEqualTo(counts.in());
    assertThat(db.sql("select count(distinct row) from imports.fault where import_id = :id and bad").param("id", first.id()).query(Integer.class).single()).isEqualTo(counts.bad());
    assertThat(imports.preview(first.id()).counts().same()).isEqualTo(counts.stored());
    Import second = run(kind, content);
    assertThat(second.counts().stored()).isZero();
    assertThat(second.counts().same()).isEqualTo(counts.stored() + counts.same());
    assertThat(second.counts().bad()).isEqualTo(counts.bad());
    return first;
  }

  private Import run(Kind kind, byte[] content) {
    long id = ((Imports.Begun.Kept) imports.begin(kind, null, "table.csv", content, null)).id();
    imports.run(id);
    return imports.find(id).orElseThrow();
  }

  private Map<String, Integer> reasons(long id) {
    Map<String, Integer> reasons = new TreeMap<>();
    db.sql("select reason, count(*) as n from imports.fault where import_id = :id group by reason").param("id", id)
        .query((row, n) -> reasons.put(row.getString("reason"), row.getInt("n"))).list();
    return reasons;
  }
}
