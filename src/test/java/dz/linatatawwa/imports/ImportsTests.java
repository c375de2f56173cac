package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class ImportsTests {

  private static final String OFFERS = """
      الرقم,العنوان,الهيئة,الولاية,البلدية,التاريخ,ساعة البداية,ساعة النهاية,عدد الأماكن,المجال
      1,تشجير بغابة المعالم,جمعية الأمل الأخضر,سطيف,العلمة,05/12/2026,08:30,12:30,20,البيئة
      1,تشجير بغابة المعالم,جمعية الأمل الأخضر,سطيف,العلمة,2026-12-12,٠٨:٣٠,١٢:٣٠,15,البيئة
      2,حراسة ليلية للمخيم,جمعية الأمل الأخضر,19,Sétif,5 ديسمبر 2026,22:00,02:00,4,EMG
      3,دون تاريخ صحيح,جمعية الأمل الأخضر,19,سطيف,قريبا,08:00,12:00,4,
      4,نهاية قبل البداية,جمعية الأمل الأخضر,91,سطيف,2026-12-05,08:00,12:00,كثير,
      """;

  @Autowired Imports imports;
  @Autowired Dictionary dictionary;
  @Autowired JdbcClient db;
  private AccountId karima;

  @BeforeEach
  void somebodyLooksAfterTheDesk() {
    karima = SignIn.administrator("كريمة");
  }

  @Test
  void rowsOfOneOpportunityBecomeItsShifts() {
    Import done = run(Kind.OPPORTUNITIES, OFFERS.replace("الأمل الأخضر", "السواعد"));
    assertThat(done.counts()).isEqualTo(new Import.Counts(5, 5, 3, 0, 2, 0, 0));
    assertThat(db.sql("select title, wilaya_code, commune_code, field_code, state from opportunities.opportunity where import_id = :id order by id").param("id", done.id())
        .query((row, n) -> tuple(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list())
        .containsExactly(tuple("تشجير بغابة المعالم", "19", "1920", "ENV", "draft"), tuple("حراسة ليلية للمخيم", "19", "1901", "EMG", "draft"));
    assertThat(db.sql("""
        select to_char(s.starts_at at time zone 'Africa/Algiers', 'MM-DD HH24:MI') || ' ' || extract(epoch from s.ends_at - s.starts_at)::int / 60 || ' ' || capacity
        from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where o.import_id = :id order by s.id
        """).param("id", done.id()).query(String.class).list()).containsExactly("12-05 08:30 240 20", "12-12 08:30 240 15", "12-05 22:00 240 4");
    assertThat(imports.made(done.id())).isEqualTo(1);
  }

  @Test
  void aColumnSaysWhetherTakingPartIsVolunteering() {
    Import done = run(Kind.OPPORTUNITIES, """
        العنوان,الهيئة,الولاية,البلدية,التاريخ,ساعة البداية,ساعة النهاية,عدد الأماكن,المجال,طبيعة المشاركة
        تنظيف الحي,جمعية الوفاء,19,سطيف,2026-12-05,08:00,12:00,4,البيئة,تطوعي
        تربص ميداني,جمعية الوفاء,19,سطيف,2026-12-05,08:00,12:00,4,البيئة,تربص
        خدمة مفروضة,جمعية الوفاء,19,سطيف,2026-12-05,08:00,12:00,4,البيئة,obligatoire
        عمل بأجر,جمعية الوفاء,19,سطيف,2026-12-05,08:00,12:00,4,البيئة,paid
        شيء آخر,جمعية الوفاء,19,سطيف,2026-12-05,08:00,12:00,4,البيئة,ربما
        """);
    assertThat(db.sql("select nature from opportunities.opportunity where import_id = :id order by id").param("id", done.id()).query(String.class).list())
        .containsExactly("free", "curricular", "compulsory", "paid", "free");
    assertThat(imports.faults(done.id(), false, 1).rows()).extracting(Fault::row, Fault::reason).contains(tuple(6, "imports.note.natureUnknown"));
  }

  @Test
  void eachBadRowIsReportedWithItsColumnValueAndReason() {
    Import done = run(Kind.OPPORTUNITIES, OFFERS.replace("الأمل الأخضر", "النور"));
    assertThat(imports.faults(done.id(), true, 1).rows()).extracting(Fault::row, Fault::field, Fault::value, Fault::reason).containsExactly(
        tuple(5, "start", "قريبا", "imports.reason.notADate"), tuple(6, "capacity", "كثير", "imports.reason.notACount"), tuple(6, "wilaya", "91", "imports.reason.noSuchWilaya"));
    assertThat(Showing.reason(imports.faults(done.id(), true, 1).rows().getFirst(), dictionary.in(Language.FR))).startsWith("Date illisible");
  }

  @Test
  void aSecondRunDoublesNothing() {
    String offers = OFFERS.replace("الأمل الأخضر", "الخير");
    run(Kind.OPPORTUNITIES, offers);
    assertThat(run(Kind.OPPORTUNITIES, offers).counts()).isEqualTo(new Import.Counts(5, 5, 0, 3, 2, 0, 0));
  }

  @Test
  void theSameNumberUnderAnotherNameIsNotSilentlyTheSame() {
    String table = "id,الاسم,wilaya,البلدية\n7,جمعية الواحة الأولى,30,ورقلة\n";
    run(Kind.ORGANIZATIONS, table);
    Import second = run(Kind.ORGANIZATIONS, table.replace("الأولى", "الثانية"));
    assertThat(second.counts().bad()).isEqualTo(1);
    assertThat(imports.faults(second.id(), true, 1).rows()).extracting(Fault::reason).containsExactly("imports.reason.otherName");
  }

  @Test
  void organisationsWithoutANumberAreKnownByNameAndPlace() {
    String table = "الاسم,الاسم بالفرنسية,الولاية,البلدية,النوع,النطاق,مجال النشاط,رقم الوصل,تاريخ الوصل,الجهة المسلمة\n"
        + "جمعية شباب القصبة,Jeunes de la Casbah,الجزائر,القصبة,جمعية,ولائي,البيئة؛ الثقافة | التراث,12/2019,12/03/2019,الولاية\nجمعية شباب القصبة,,الجزائر,القصبة,جمعية,ولائي,,,,\n";
    Import done = run(Kind.ORGANIZATIONS, table);
    assertThat(done.counts()).isEqualTo(new Import.Counts(2, 2, 1, 1, 0, 0, 0));
    assertThat(db.sql("select state, scope, kind, receipt_authority, receipt_date::text, name_fr from organizations.organization where import_id = :id").param("id", done.id())
        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6))).single())
        .containsExactly("draft", "wilaya", "association", "wilaya", "2019-03-12", "Jeunes de la Casbah");
    assertThat(run(Kind.ORGANIZATIONS, table).counts()).isEqualTo(new Import.Counts(2, 2, 0, 2, 0, 0, 0));
  }

  @Test
  void anImportIsTakenBackExceptWhatSomethingStandsOn() {
    Import done = run(Kind.OPPORTUNITIES, OFFERS.replace("الأمل الأخضر", "اليد الواحدة"));
    db.sql("update opportunities.opportunity set state = 'published' where title = 'حراسة ليلية للمخيم' and import_id = :id").param("id", done.id()).update();
    imports.undo(done.id());
    Import undone = imports.find(done.id()).orElseThrow();
    assertThat(undone.state()).isEqualTo(Import.State.UNDONE);
    assertThat(undone.counts().undone()).isEqualTo(2);
    assertThat(undone.counts().kept()).isEqualTo(1);
    assertThat(db.sql("select title from opportunities.opportunity where import_id = :id").param("id", done.id()).query(String.class).list()).containsExactly("حراسة ليلية للمخيم");
    assertThat(run(Kind.OPPORTUNITIES, OFFERS.replace("الأمل الأخضر", "اليد الواحدة")).counts()).isEqualTo(new Import.Counts(5, 5, 2, 1, 2, 0, 0));
  }

  @Test
  void anInterruptedImportGoesOnWhereItStopped() {
    StringBuilder table = new StringBuilder("id,الاسم,البلدية,الولاية\n");
    for (int i = 0; i < 250; i++) table.append(i).append(",جمعية رقم ").append(i).append(",سطيف,19\n");
    long id = begin(Kind.ORGANIZATIONS, table.toString());
    db.sql("update imports.import set state = 'running' where id = :id").param("id", id).update();
    imports.resume();
    org.assertj.core.api.Assertions.assertThatCode(() -> {
      for (int i = 0; i < 100 && imports.find(id).orElseThrow().moving(); i++) Thread.sleep(100);
    }).doesNotThrowAnyException();
    assertThat(imports.find(id).orElseThrow().counts()).isEqualTo(new Import.Counts(250, 250, 250, 0, 0, 0, 0));
    imports.run(id);
    assertThat(imports.find(id).orElseThrow().counts().done()).isEqualTo(250);
  }

  @Test
  void badRowsComeBackToBeMended() {
    Import done = run(Kind.ORGANIZATIONS, "الاسم,البلدية,الولاية\n\"=cmd|' /C calc'!A0\",لا توجد,99\nجمعية سليمة,سطيف,19\n");
    String csv = imports.badRows(done.id(), dictionary.in(Language.AR));
    assertThat(csv).startsWith("\uFEFFالاسم,البلدية,الولاية,السبب\r\n").contains("'=cmd|").contains("لا ولاية بهذا الاسم أو الرقم").doesNotContain("سليمة");
  }

  @Test
  void aLookStoresNothing() {
    long id = begin(Kind.ORGANIZATIONS, "الاسم,البلدية,الولاية,المجالات\nجمعية المعاينة,سطيف,19,ENV\n");
    Preview preview = imports.preview(id);
    assertThat(preview.counts()).isEqualTo(new Import.Counts(1, 1, 1, 0, 0, 0, 0));
    assertThat(preview.first().getFirst().cells()).contains(new Preview.Cell("name_ar", "جمعية المعاينة"), new Preview.Cell("commune", "سطيف (1901)"),
        new Preview.Cell("fields", "البيئة والتشجير والنظافة"));
    assertThat(db.sql("select count(*) from organizations.organization where import_id = :id").param("id", id).query(Integer.class).single()).isZero();
  }

  private Import run(Kind kind, String table) {
    long id = begin(kind, table);
    imports.run(id);
    Import done = imports.find(id).orElseThrow();
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    return done;
  }

  private long begin(Kind kind, String table) {
    return ((Imports.Begun.Kept) imports.begin(kind, null, "جدول.csv", table.getBytes(StandardCharsets.UTF_8), karima)).id();
  }

  @Test
  void unitsOfTablesAreThoseOfTheDaysGoods() {
    assertThat(Lists.of("units.txt").keySet())
        .containsExactlyInAnyOrderElementsOf(db.sql("select code from daybook.unit where achievement").query(String.class).list());
  }
}
