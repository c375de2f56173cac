package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleSheetTests {

  @Test
  void joinsTheFilesInTheOrderOfTheLayers() {
    String joined = StyleSheet.join(Map.of("/styles/pages/home.css", ".home { color: red; }", "/styles/tokens.css", ":root { --ink: #000; }",
        "/styles/components/card.css", ".card { margin: 0; }"));
    assertThat(joined).isEqualTo("@layer tokens,reset,base,components,pages;@layer tokens{:root{--ink:#000}}"
        + "@layer components{.card{margin:0}}@layer pages{.home{color:red}}");
  }

  @Test
  void shorteningKeepsWhatHasMeaning() {
    assertThat(StyleSheet.shorten("/* a */ .a .b > .c { margin: calc(1px + 2px) 0; }\n@media (min-width: 48rem) { .d :hover { content: \"x\"; } }"))
        .isEqualTo(".a .b > .c{margin:calc(1px + 2px) 0}@media (min-width: 48rem){.d :hover{content:\"x\"}}");
  }

  @Test
  void refusesAFileOutsideTheLayers() {
    assertThatThrownBy(() -> StyleSheet.join(Map.of("/styles/loose.css", ".a{}"))).hasMessageContaining("/styles/loose.css");
  }
}
