package dz.linatatawwa.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

  @ParameterizedTest
  @CsvSource({
    "سَطِيف, سطيف", "الأُولى, الاولي", "مـــســجــد, مسجد", "وهرﺍﻥ, وهران", "مؤسسة, موسسه", "شاطئ, شاطي", "ٱلجزائر, الجزاير", "ڨالمة, قالمه",
    "ڤيديو, فيديو", "گرمة, كرمه", "تنظيف, تنضيف", "أبناء, ابنا", "٥ ديسمبر ۲۰۲٦, 5 ديسمبر 2026", "Sétif, setif", "Œuvre, oeuvre",
    "  L’École   primaire , l ecole primaire", "AÏN-OUSSERA, ain oussera", "M'Sila, m sila", "ﻻ إله, لا اله", "‮سطيف‬, سطيف", "İzmir, izmir", "'', ''", "--- !, ''",
  })
  void foldsToTheFormOfSearch(String typed, String folded) {
    assertThat(Folding.fold(typed)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "والمتطوعين, متطوعة", "جمعيات, الجمعية", "للأطفال, طفل", "الشواطئ, شاطئ", "أيتام, يتيم", "بالمدارس, مدرسة", "ولاية, الولايات", "النظافة, تنضيف",
    "غابات, والغابة", "arbres, Arbre", "Forêts, forêt", "locaux, local", "tatawo3, تطوع", "bénévoles, volunteers",
  })
  void formsOfOneWordMeet(String one, String other) {
    assertThat(Stems.searchText(one)).isEqualTo(Stems.searchText(other)).isNotEmpty();
  }

  @Test
  void wordsThatSayNothingAreLeftOut() {
    assertThat(Stems.searchText("تنظيف من الشاطئ في سطيف")).isEqualTo(Stems.searchText("تنظيف شاطئ سطيف"));
  }

  @Test
  void shortWordsKeepThreeLetters() {
    assertThat(Stems.stem("الي")).isEqualTo("الي");
    assertThat(Stems.stem("ماء")).isEqualTo("ماء");
    assertThat(Stems.stem("")).isEmpty();
  }

  private static final List<String> TITLES = List.of("حملة تشجير بغابة بوطالب", "تنظيف شاطئ تيشي", "التبرع بالدم في المستشفى الجامعي", "إفطار الصائم وعابري السبيل",
      "دروس دعم لتلاميذ البكالوريا", "زيارة دار الأيتام", "مرافقة المسنين بدار العجزة", "محو الأمية للنساء", "توزيع قفة رمضان على العائلات المعوزة", "تهيئة الحدائق والمساحات الخضراء",
      "إسعافات أولية لفائدة الشباب", "حملة المحفظة المدرسية", "تنظيم مباراة خيرية لكرة القدم", "الوقاية من حرائق الغابات", "مكتبة متنقلة للقرى", "ترميم المعالم الأثرية بقالمة",
      "رعاية القطط والكلاب الضالة", "ورشة الإعلام الآلي للمبتدئين", "Nettoyage de la plage des Andalouses", "Soutien scolaire à Sétif");

  /** What people type, and the title (from 0) that they mean. */
  @ParameterizedTest
  @CsvSource({
    "تشجير, 0", "غابه بوطالب, 0", "اشجار, 0", "حملة التشجير, 0", "الغابات تشجير, 0", "شواطئ, 1", "تنضيف الشاطئ, 1", "نظافة الشواطئ, 1", "تبرع بالدم, 2", "التبرع دم, 2",
    "مستشفي, 2", "افطار صائم, 3", "فطور رمضان عابر سبيل, 3", "دروس الدعم, 4", "تلميذ, 4", "بكالوريا, 4", "ايتام, 5", "يتيم, 5", "اليتامى, 5", "المسنين, 6", "مُسِنّ, 6", "محو الاميه, 7",
    "نساء أمية, 7", "قفف رمضان, 8", "عائلة معوزة, 8", "حديقة, 9", "المساحات الخضرا, 9", "اسعافات, 10", "محافظ مدرسيه, 11", "مباريات, 12", "كره القدم, 12", "حريق غابة, 13", "وقاية, 13", "مكتبه, 14",
    "القرية, 14", "الآثار بڨالمة, 15", "قط, 16", "كلاب, 16", "plages, 18", "setif soutien, 19",
  })
  void findsWhatIsMeantAmongTheFirstThree(String query, int meant) {
    List<String> best = TITLES.stream().sorted((a, b) -> Integer.compare(hits(query, b), hits(query, a))).limit(3).toList();
    assertThat(best).contains(TITLES.get(meant));
    assertThat(hits(query, TITLES.get(meant))).isPositive();
  }

  private static int hits(String query, String title) {
    Set<String> words = Set.copyOf(Arrays.asList(Stems.searchText(title).split(" ")));
    return (int) Arrays.stream(Stems.searchText(query).split(" ")).filter(words::contains).count();
  }
}
