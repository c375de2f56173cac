package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.imports.Fault;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.imports.Kind;
import dz.linatatawwa.imports.Preview;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables of past operations: dirty ones read, long ones gone on with, all decided at once and taken back. */
@WorldTest
class OperationImportTests {

  private static final String TABLE = """
      عنوان العملية;التاريخ;تاريخ النهاية;الولاية;البلدية;الجمعية;عدد المشاركين;عدد الساعات;الحصيلة;رابط;المجال
      غرس أشجار الزيتون;05/12/2019;;سطيف;El Eulma;جمعية الغرس المبارك;٤٠ متطوعا;160;حوالي 300 شجرة;https://example.dz/zaytoun;البيئة
      قفة رمضان;ماي 2019;;Sétif;;جمعية مجهولة;12;;85 قفة؛ 20 وجبة;ليس رابطا;
      حملة دم;2018;;19;بلدية لا توجد;;;;25 كيس دم;;
      حملة وطنية للنظافة;12-2017;;عدة ولايات;;;5000;10 000;;;ENV
      عملية في المستقبل;2099-01-01;;سطيف;;;;;;;
      ساعات مستحيلة;2019-05-01;;سطيف;;;2;100;;;
      لا ساعات دون ناس;2019-05-01;;سطيف;;;;100;;;
      ولاية لا توجد;2019-05-01;;الأندلس;;;;;;;
      بلا تاريخ;قريبا;;سطيف;;;;;;;
      نهاية قبل البداية;2019-05-02;2019-05-01;سطيف;;;;;;;
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Imports imports;
  @Autowired Batches batches;
  @Autowired Archive archive;
  @Autowired dz.linatatawwa.language.Dictionary dictionary;
  ArchiveScene scene;
  AccountId karima;

  @BeforeEach
  void somebodyLooksAfterTheDesk() {
    scene = new ArchiveScene(db);
    karima = SignIn.administrator("كريمة");
  }

  private long begin(String table, Charset charset) throws IOException {
    return ((Imports.Begun.Kept) imports.begin(Kind.OPERATIONS, null, "عمليات.csv", new ByteArrayResource(table.getBytes(charset)), karima)).id();
  }

  private Import run(String table) throws IOException {
    long id = begin(table, StandardCharsets.UTF_8);
    imports.run(id);
    return imports.find(id).orElseThrow();
  }

  @Test
  void aDirtyTableIsReadAndEveryRowHasItsEnd() throws IOException {
    OrganizationId olive = scene.organization("جمعية الغرس المبارك", SignIn.account("مالك"));
    long id = begin(TABLE, StandardCharsets.UTF_8);
    Preview preview = imports.preview(id);
    assertThat(preview.counts()).isEqualTo(new Import.Counts(10, 10, 4, 0, 6, 0, 0));
    imports.run(id);
    Import done = imports.find(id).orElseThrow();
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.counts()).isEqualTo(preview.counts());
    assertThat(db.sql("""
        select title, first_day::text || ' ' || precision, wilaya_code, commune_code, coalesce(organization_id::text, organization_name), people, minutes, field_code,
          (select string_agg(unit || ' ' || quantity, ', ' order by unit) from archive.unit u where u.operation_id = o.id) as units
        from archive.operation o where import_id = :id order by import_row
        """).param("id", id).query((row, n) -> tuple(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getObject(6), row.getObject(7),
            row.getString(8), row.getString(9))).list()).containsExactly(
                tuple("غرس أشجار الزيتون", "2019-12-05 day", "19", "1920", olive.toString(), 40, 9600L, "ENV", "trees 300"),
                tuple("قفة رمضان", "2019-05-01 month", "19", null, "جمعية مجهولة", 12, null, null, "meals 20, parcels 85"),
                tuple("حملة دم", "2018-01-01 year", "19", null, null, null, null, null, "blood-bags 25"),
                tuple("حملة وطنية للنظافة", "2017-12-01 month", null, null, null, 5000, 600_000L, "ENV", null));
    assertThat(imports.faults(id, true, 1).rows()).extracting(Fault::row, Fault::field, Fault::reason).containsExactly(
        tuple(6, "start", "archive.problem.future"), tuple(7, "hours", "archive.problem.moreThanAllDay"), tuple(8, "people", "archive.problem.hoursOfNobody"),
        tuple(9, "wilaya", "imports.reason.noSuchWilaya"), tuple(10, "start", "imports.reason.notAPastDate"), tuple(11, "end", "imports.reason.endsBeforeItStarts"));
    assertThat(imports.faults(id, false, 1).rows()).extracting(Fault::row, Fault::reason).contains(tuple(3, "imports.note.leftOut"), tuple(4, "imports.note.communeOpen"));
    StringWriter bad = new StringWriter();
    imports.badRows(id, dictionary.in(dz.linatatawwa.language.Language.FR), bad);
    assertThat(bad.toString().lines()).hasSize(7).anyMatch(line -> line.contains("ولاية لا توجد") && line.contains("wilaya"));
    assertThat(run(TABLE).counts()).as("nothing is doubled").isEqualTo(new Import.Counts(10, 10, 0, 4, 6, 0, 0));
  }

  @Test
  void otherCharsetsAndSeparatorsAreReadAsAStreamToo() throws IOException {
    String table = "titre,date,wilaya,participants\nNettoyage à l’école,décembre 2019,Sétif,15\n".replace('’', '\'');
    long id = begin(table, Charset.forName("windows-1252"));
    assertThat(imports.columns(id)).extracting(Imports.Column::name).containsExactly("titre", "date", "wilaya", "participants");
    assertThat(imports.preview(id).first()).hasSize(1);
    long arabic = begin("العنوان;التاريخ;الولاية\nحملة تشجير;2019;سطيف\n", Charset.forName("windows-1256"));
    assertThat(imports.preview(arabic).counts().stored()).isOne();
    long wide = begin("\uFEFFالعنوان\tالتاريخ\tالولاية\nحملة تشجير ثانية\t2019\tسطيف\n", StandardCharsets.UTF_16LE);
    assertThat(imports.preview(wide).counts().stored()).isOne();
    assertThat(imports.begin(Kind.OPERATIONS, null, "x.csv", new ByteArrayResource(new byte[0]), karima)).isInstanceOf(Imports.Begun.Refused.class);
    assertThat(imports.begin(Kind.OPERATIONS, null, "x.csv", new ByteArrayResource("عنوان,تاريخ\n".getBytes(StandardCharsets.UTF_8)), karima)).isInstanceOf(Imports.Begun.Refused.class);
    assertThat(imports.begin(Kind.OPERATIONS, null, "x.xlsx", new ByteArrayResource(new byte[] {0x50, 0x4B, 3, 4, 0, 0}), karima)).isInstanceOf(Imports.Begun.Refused.class);
  }

  @Test
  void aStopInTheMiddleIsGoneOnFromWithoutDoubling() throws Exception {
    int rows = 9_000;
    StringBuilder table = new StringBuilder("id,العنوان,التاريخ,الولاية,عدد المشاركين\n");
    for (int i = 1; i <= rows; i++) table.append(i).append(",عملية رقم ").append(i).append(i % 1000 == 0 ? ",لا" : ",2019-05-0" + (1 + i % 9)).append(",16,").append(1 + i % 40).append('\n');
    long id = begin(table.toString(), StandardCharsets.UTF_8);
    imports.start(id);
    for (int i = 0; i < 600 && imports.find(id).orElseThrow().counts().done() == 0; i++) Thread.sleep(10);
    boolean cancelled = imports.cancel(id, karima);
    Thread.sleep(300);
    Import stopped = imports.find(id).orElseThrow();
    if (cancelled) {
      assertThat(stopped.state()).isEqualTo(Import.State.CANCELLED);
      assertThat(stopped.counts().done()).isLessThan(rows);
      assertThat(count(id)).as("what is counted is stored, and nothing else").isEqualTo(stopped.counts().stored());
      // as a process that died leaves it: running, with nobody who runs
      db.sql("update imports.import set state = 'running', ended_at = null where id = :id").param("id", id).update();
    }
    imports.run(id);
    Import done = imports.find(id).orElseThrow();
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.counts()).isEqualTo(new Import.Counts(rows, rows, rows - 9, 0, 9, 0, 0));
    assertThat(count(id)).isEqualTo(rows - 9);
    assertThat(db.sql("select count(distinct import_row) from archive.operation where import_id = :id").param("id", id).query(Long.class).single()).isEqualTo(rows - 9L);
    imports.undo(id);
    assertThat(imports.find(id).orElseThrow().state()).isEqualTo(Import.State.UNDONE);
    assertThat(imports.find(id).orElseThrow().counts().undone()).isEqualTo(rows - 9);
    assertThat(count(id)).isZero();
    assertThat(db.sql("select count(*) from supervision.matter where kind = 'archive-import' and subject_id = :id and decided_at is null").param("id", id).query(Long.class).single()).isZero();
  }

  private long count(long id) {
    return db.sql("select count(*) from archive.operation where import_id = :id").param("id", id).query(Long.class).single();
  }

  @Test
  void oneDecisionPublishesAllOfItAndUndoTakesItOffTheList() throws Exception {
    Import done = run(TABLE.replace("2019", "2014").replace("غرس", "زرع"));
    Period year = Period.year(2014);
    assertThat(archive.of(null, year).operations()).as("nobody sees it yet").isZero();
    Visit eyes = Visit.as(port, scene.supervisor(""));
    long matter = scene.matter(Batches.KIND, done.id());
    assertThat(eyes.get("/supervision/" + matter).body()).contains("زرع أشجار الزيتون").contains("300");
    Visit own = Visit.as(port, karima);
    Office.give(karima, (String) null);
    own.post("/supervision/" + matter + "/decision", "decision", "published");
    assertThat(batches.find(done.id()).orElseThrow().state()).as("who brought it does not decide").isEqualTo("waiting");
    assertThat(eyes.post("/supervision/" + matter + "/decision", "decision", "published").status()).isEqualTo(303);
    for (int i = 0; i < 200 && !batches.find(done.id()).orElseThrow().state().equals("published"); i++) Thread.sleep(50);
    assertThat(archive.of(null, year).operations()).isEqualTo(2);
    assertThat(new Visit(port).get("/archive?q=الزيتون&year=2014").body()).contains("زرع أشجار الزيتون");
    imports.undo(done.id());
    assertThat(archive.of(null, year).operations()).isZero();
    assertThat(imports.find(done.id()).orElseThrow().counts().undone()).isEqualTo(4);
  }

  @Test
  void aLongTableComesAsTheBareBodyOfARequest() {
    Visit visit = Visit.as(port, karima).reading("fr");
    Visit.Answer list = visit.get("/imports");
    assertThat(list.page().select("form[data-long-kind=operations]")).hasSize(1);
    assertThat(visit.postFile("/imports", "file", "x.csv", "text/csv", TABLE.replace("2019", "2011").getBytes(StandardCharsets.UTF_8), "kind", "operations").leadsTo()).endsWith("/columns");
    StringBuilder big = new StringBuilder("titre,date,wilaya\n");
    while (big.length() < 3_000_000) big.append("Reboisement,2013,Sétif\n");
    Visit.Answer taken = visit.postRaw("/imports/file?kind=operations&name=long.csv", big.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body()).matches("/imports/\\d+/columns");
    assertThat(visit.get(taken.body()).status()).isEqualTo(200);
    assertThat(visit.postRaw("/imports/file?kind=operations&name=x", "rien".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
    assertThat(visit.postRaw("/imports/file?kind=organizations&name=x", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("غريب")).postRaw("/imports/file?kind=operations&name=x", big.toString().getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(404);
  }
}
