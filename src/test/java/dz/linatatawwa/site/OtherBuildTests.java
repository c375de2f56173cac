package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nodes are brought up to date one after the other: for a while, pages of the new build ask the old one for their style. */
class OtherBuildTests {

  private final Assets assets = new Assets();

  @Test
  void theStyleOfAnotherBuildIsAnsweredByOurs() {
    StaticFile ours = assets.at("/styles/site.css");
    assertThat(ours).isNotNull();
    assertThat(assets.at("/styles/site.0123456789ab.css")).isSameAs(ours);
    assertThat(assets.at(ours.address())).isSameAs(ours);
    assertThat(ours.address()).as("so it is not kept for ever under that name").isNotEqualTo("/styles/site.0123456789ab.css");
  }

  @Test
  void whatNoBuildHasIsNotFound() {
    for (String address : new String[] {"/styles/none.0123456789ab.css", "/styles/site.0123456789AB.css", "/styles/site.0123.css", "/styles/.0123456789ab.css", ".0123456789ab.css"}) {
      assertThat(assets.at(address)).as(address).isNull();
    }
  }
}
