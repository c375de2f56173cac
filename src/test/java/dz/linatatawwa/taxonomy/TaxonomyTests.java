package dz.linatatawwa.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WorldTest
class TaxonomyTests {

  @Autowired Taxonomy taxonomy;

  @Test
  void everyFieldHasActivities() {
    assertThat(taxonomy.fields()).hasSize(23).allSatisfy(field -> assertThat(taxonomy.activities(field.code())).isNotEmpty());
    assertThat(taxonomy.fields().stream().mapToInt(field -> taxonomy.activities(field.code()).size()).sum()).isEqualTo(68);
  }

  @Test
  void namesAreInThreeLanguages() {
    assertThat(taxonomy.name("ENV", Language.AR)).isEqualTo("البيئة والتشجير والنظافة");
    assertThat(taxonomy.activity("ENV-01")).hasValueSatisfying(a -> assertThat(a.name().in(Language.EN)).isEqualTo("Tree planting"));
    assertThat(taxonomy.field("XXX")).isEmpty();
  }
}
