package dz.linatatawwa.releases.web;

import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Observation;
import dz.linatatawwa.releases.ReleaseTable;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.site.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases as JSON. What belongs to an edition never changes, so it may be kept for ever; lists carry an ETag and may be kept for a minute. */
@Tag(name = "Releases", description = "Figures of quarters and years, frozen and signed: tables T1 to T14, null where a cell is not shown")
@RestController
class ReleaseApi {

  private static final String TERM = DataPages.TERM;
  private static final int LAST_PAGE = 1_000;

  private final Releases releases;
  private final Editions editions;

  ReleaseApi(Releases releases, Editions editions) {
    this.releases = releases;
    this.editions = editions;
  }

  /** Editions, the newest first, 20 a page. */
  @Operation(summary = "Every edition that was published, the newest first")
  @GetMapping("/api/releases")
  ResponseEntity<Page> releases(@RequestParam(defaultValue = "1") int page) {
    if (page < 1 || page > LAST_PAGE) throw new NotFound("page " + page);
    var all = releases.open(page);
    List<Summary> rows = all.rows().stream().map(ReleaseApi::summary).toList();
    return ResponseEntity.ok().cacheControl(DataFiles.FOR_A_MINUTE).eTag(Integer.toHexString(rows.hashCode()) + "-" + all.total()).body(new Page(all.total(), page, rows));
  }

  /** @param edition its number; without it the newest that holds */
  @Operation(summary = "One edition with its tables", description = "Without an edition: the newest that was not withdrawn")
  @GetMapping("/api/releases/" + TERM)
  ResponseEntity<Whole> release(@PathVariable String term, @RequestParam(required = false) @Nullable Integer edition) {
    Edition found = edition == null ? editions.newest(term) : editions.open(term, edition);
    return ResponseEntity.ok().cacheControl(DataFiles.FOR_A_MINUTE).eTag(found.hash().substring(0, 16) + "-" + found.state().code())
        .body(new Whole(summary(found), found.signedNote(), found.note(), found.withdrawnWhy(),
            releases.tables(found).stream().map(table -> new TableLink(table.code(), table.rows().size(), table.empty(), "/api/releases/" + term + "/tables/" + table.code() + "?edition=" + found.number())).toList()));
  }

  @Operation(summary = "One table in long format", description = "value is null and status c where a cell is not shown; z is a true zero, p provisional")
  @GetMapping("/api/releases/" + TERM + "/tables/{table:T(?:1[0-4]|[1-9])}")
  ResponseEntity<Table> table(@PathVariable String term, @PathVariable String table, @RequestParam(required = false) @Nullable Integer edition) {
    Edition found = edition == null ? editions.newest(term) : editions.open(term, edition);
    ReleaseTable of = editions.table(found, table);
    return ResponseEntity.ok().cacheControl(edition == null ? DataFiles.FOR_A_MINUTE : DataFiles.FOR_EVER).eTag(found.hash().substring(0, 16) + "-" + table)
        .body(new Table(term, found.number(), of.code(), of.empty(), of.rows().stream().map(ReleaseApi::row).toList()));
  }

  private static Summary summary(Edition edition) {
    return new Summary(edition.term().name(), edition.number(), edition.state().code(), edition.provisional(), edition.term().first(), edition.term().last(), edition.publishedAt(),
        edition.ledgerSize(), edition.root(), edition.hash(), edition.bytes(), edition.path() + "/package.zip", edition.path() + "/package.zip.note");
  }

  private static Row row(Observation row) {
    return new Row(row.indicator(), row.sex(), row.classif1(), row.classif2(), row.time(), row.value(), row.status().code(), row.note());
  }

  /** A page of editions. */
  record Page(long total, int page, List<Summary> releases) {}

  /** An edition without its tables. */
  record Summary(String term, int edition, String state, boolean provisional, LocalDate from, LocalDate to, @Nullable Instant publishedAt, long ledgerSize, String ledgerRoot,
      String sha256, long bytes, String packageAt, String signatureAt) {}

  /** An edition. */
  record Whole(Summary release, @Nullable String signedNote, String note, @Nullable String withdrawnWhy, List<TableLink> tables) {}

  /** Where a table is found. */
  record TableLink(String table, int rows, String empty, String at) {}

  /** A table in long format. */
  record Table(String term, int edition, String table, String empty, List<Row> rows) {}

  /** One observation. */
  record Row(String indicator, String sex, String classif1, String classif2, String time, @Nullable BigDecimal value, String status, String note) {}
}
