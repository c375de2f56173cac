package dz.linatatawwa.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTests {

  private static final List<Long> CLAIMS = LongStream.rangeClosed(1, 100_000).boxed().toList();

  @Test
  void theSameSeedDrawsTheSameClaimsWhateverElseIsAmongThem() {
    Draw draw = new Draw("4b1d".repeat(16), 15);
    List<Long> drawn = draw.from(CLAIMS);
    assertThat(new Draw("4b1d".repeat(16), 15).from(CLAIMS)).isEqualTo(drawn);
    assertThat(draw.from(CLAIMS.subList(0, 50_000))).isEqualTo(drawn.stream().filter(claim -> claim <= 50_000).toList());
    assertThat(new Draw("4b1e".repeat(16), 15).from(CLAIMS)).isNotEqualTo(drawn);
  }

  @Test
  void aboutAsManyAreDrawnAsAreAskedFor() {
    assertThat(new Draw("00ff".repeat(16), 15).from(CLAIMS)).hasSizeBetween(1_350, 1_650);
    assertThat(new Draw("00ff".repeat(16), 0).from(CLAIMS)).isEmpty();
    assertThat(new Draw("00ff".repeat(16), 1_000).from(CLAIMS)).hasSize(100_000);
  }

  /** {@code printf 'a:1' | sha256sum} begins with 2b2c40a6: of a thousand parts of 2^32, the 169th. */
  @Test
  void anAuditorWithAnyProgramForHashesDrawsTheSame() {
    assertThat(new Draw("a", 169).picks(1)).isTrue();
    assertThat(new Draw("a", 168).picks(1)).isFalse();
    assertThat(new Draw("a", 846).picks(2)).isTrue();
    assertThat(new Draw("a", 845).picks(2)).isFalse();
  }
}
