package dz.linatatawwa.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.Sessions;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class PersonalCodesTests {

  @Autowired PersonalCodes codes;
  @Autowired Signer signer;
  @Autowired Sessions sessions;
  @Autowired Dictionary dictionary;
  @Autowired JdbcClient db;
  @Autowired Clock clock;

  private AccountId amina;
  private Session here;
  private Phone phone;
  private Instant now;

  @BeforeEach
  void aPhoneWithAPass() {
    amina = Someone.amina().volunteer();
    here = Phone.session(amina);
    phone = new Phone();
    now = clock.instant();
    assertThat(phone.ask(codes, here)).isTrue();
  }

  @Test
  void aFreshCodeOfAPhoneIsItsOwnersAndTwoSided() {
    Reading.Genuine genuine = genuine(phone.code(now), now);
    assertThat(genuine.account()).isEqualTo(amina);
    assertThat(genuine.twoSided()).isTrue();
    assertThat(genuine(phone.code(now), now.plusSeconds(40)).account()).isEqualTo(amina);
  }

  @Test
  void anOldOneATooNewOneAndOneOfAnEndedPassAreExpired() {
    assertThat(why(phone.code(now.minusSeconds(90)), now)).isEqualTo("code-expired");
    assertThat(why(phone.code(now.plusSeconds(90)), now)).isEqualTo("code-expired");
    Instant later = now.plus(PersonalCodes.PASS_LIFE).plusSeconds(60);
    assertThat(why(phone.code(later), later)).isEqualTo("code-expired");
  }

  @Test
  void aCodeOfThePageEndsWithThePatienceThatALeadersPhoneHas() {
    String page = codes.onPage(amina);
    assertThat(genuine(page, now.plus(PersonalCodes.PAGE_LIFE).plusSeconds(20)).twoSided()).isFalse();
    assertThat(why(page, now.plus(PersonalCodes.PAGE_LIFE).plusSeconds(40))).isEqualTo("code-expired");
  }

  @Test
  void oneThatSomebodyElseMadeIsForged() {
    Phone other = new Phone();
    other.ask(codes, Phone.session(Someone.karim().volunteer()));
    assertThat(why(other.codeWith(phone, now), now)).as("her pass, his phone").isEqualTo("code-forged");
    assertThat(why(phone.codeWith(other, now), now)).isEqualTo("code-forged");
    assertThat(why(new Phone().code(now), now)).as("no pass at all").isEqualTo("code-forged");
  }

  @Test
  void whatIsNoCodeOfOursIsForeign() {
    for (String junk : new String[] {null, "", "LT", "https://example.org", "\u0000\u0001\u0002\u00ff", "LT9:ABC", "مرحبا", "A".repeat(100_000), "😀😀😀😀"}) {
      assertThat(why(junk, now)).as(junk).isEqualTo("code-foreign");
    }
    for (String broken : new String[] {"LT1:", "LT1:A", "LT2:" + "0".repeat(120), "LT3:::::", "LT1:" + "\u0000".repeat(314), "LT2:AB C"}) {
      assertThat(why(broken, now)).as(broken).isEqualTo("code-forged");
    }
  }

  @Test
  void whatItsOwnerWithdrewIsRevoked() {
    String card = codes.card(amina);
    Phone second = new Phone();
    second.ask(codes, here);
    assertThat(codes.revoke(Someone.karim().volunteer(), codes.phones(amina).getFirst().id())).as("nobody withdraws another's").isFalse();
    assertThat(codes.revoke(amina, codes.phones(amina).getFirst().id())).isTrue();
    assertThat(why(second.code(now), now)).isEqualTo("code-revoked");
    assertThat(genuine(phone.code(now), now).account()).isEqualTo(amina);
    codes.revokeAll(amina);
    assertThat(why(phone.code(now), now)).isEqualTo("code-revoked");
    assertThat(why(card, now)).isEqualTo("code-revoked");
    assertThat(phone.ask(codes, here)).as("a withdrawn key stays withdrawn").isFalse();
    assertThat(codes.withdrawn(List.of(amina)).phones()).hasSize(2);
    assertThat(codes.withdrawn(List.of(amina)).cards()).hasSize(1);
    assertThat(codes.card(amina)).as("a new card is another card").isNotEqualTo(card);
    assertThat(genuine(codes.card(amina), now).account()).isEqualTo(amina);
  }

  @Test
  void signingOutTakesThePassAlong() {
    sessions.end(amina, here.id());
    assertThat(why(phone.code(now), now)).isEqualTo("code-revoked");
    assertThat(codes.phones(amina)).isEmpty();
    assertThat(codes.withdrawn(List.of(amina)).phones()).hasSize(1);
  }

  @Test
  void aCodeIsUsedByOneDeedOnlyAndTheSameDeedMayComeAgain() {
    ShiftId shift = shift();
    Reading.Genuine once = genuine(phone.code(now), now);
    assertThat(codes.use(once, shift, Direction.IN, "deed-0001")).isEmpty();
    assertThat(codes.use(once, shift, Direction.IN, "deed-0001")).as("sent again").isEmpty();
    assertThat(codes.use(once, shift, Direction.IN, "deed-0002")).as("shown to another leader").hasValueSatisfying(no -> assertThat(no.why().code()).isEqualTo("code-replayed"));
    assertThat(codes.use(once, shift, Direction.OUT, "deed-0001")).isPresent();
    assertThat(codes.use(once, shift(), Direction.IN, "deed-0001")).isPresent();
    assertThat(codes.use(genuine(phone.code(now.plusSeconds(15)), now), shift, Direction.OUT, "deed-0003")).as("a fresh one").isEmpty();
  }

  @Test
  void theOtherWayOfWritingASignatureIsTheSameCode() {
    byte[] bytes = Base45.decode(phone.code(now).substring(4)).orElseThrow();
    var order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(bytes, 177, 209))).toByteArray();
    Arrays.fill(bytes, 177, 209, (byte) 0);
    int length = Math.min(32, s.length);
    System.arraycopy(s, s.length - length, bytes, 209 - length, length);
    Reading.Genuine twin = genuine("LT1:" + Base45.encode(bytes), now);
    ShiftId shift = shift();
    assertThat(codes.use(genuine(phone.code(now), now), shift, Direction.IN, "deed-0011")).isEmpty();
    assertThat(codes.use(twin, shift, Direction.IN, "deed-0012")).isPresent();
  }

  @Test
  void aCardIsOneSidedAndMayBeShownAgain() {
    Reading.Genuine card = genuine(codes.card(amina), now);
    assertThat(card.twoSided()).isFalse();
    ShiftId shift = shift();
    assertThat(codes.use(card, shift, Direction.IN, "deed-0021")).isEmpty();
    assertThat(codes.use(card, shift, Direction.OUT, "deed-0022")).isEmpty();
    assertThat(serial(codes.card(amina))).as("printed again, it is the same card").isEqualTo(serial(codes.card(amina)));
  }

  @Test
  void theCodeOfAPageWithoutScriptsIsGoodForMinutesAndOneSided() {
    String page = codes.onPage(amina);
    assertThat(genuine(page, now).twoSided()).isFalse();
    assertThat(genuine(page, now.plus(Duration.ofMinutes(4))).account()).isEqualTo(amina);
    assertThat(why(page, now.plus(Duration.ofMinutes(6)))).isEqualTo("code-expired");
    assertThat(why("LT2:" + page.substring(4), now)).as("a page's code is no card").isEqualTo("code-forged");
    assertThat(why("LT3:" + codes.card(amina).substring(4), now)).isEqualTo("code-forged");
  }

  @Test
  void codesOutliveARotationOfOurKeys() {
    String card = codes.card(amina);
    signer.rotate();
    assertThat(genuine(card, now).account()).isEqualTo(amina);
    assertThat(genuine(phone.code(now), now).account()).isEqualTo(amina);
    assertThat(phone.ask(codes, here)).isTrue();
    assertThat(genuine(phone.code(now), now).account()).isEqualTo(amina);
  }

  @Test
  void ofTenThousandMutatedCodesNoneIsAccepted() {
    Random random = new Random(20261122);
    String[] good = {phone.code(now), codes.card(amina), codes.onPage(amina)};
    String signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    for (int i = 0; i < 10_000; i++) {
      String code = good[i % 3];
      String kind = code.substring(0, 4);
      byte[] bytes = Base45.decode(code.substring(4)).orElseThrow();
      String mutated = switch (random.nextInt(5)) {
        case 0 -> {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          yield kind + Base45.encode(bytes);
        }
        case 1 -> {
          StringBuilder text = new StringBuilder(code);
          int at = 4 + random.nextInt(code.length() - 4);
          char other = signs.charAt(random.nextInt(45));
          text.setCharAt(at, other == code.charAt(at) ? signs.charAt((signs.indexOf(other) + 1) % 45) : other);
          yield text.toString();
        }
        case 2 -> code.substring(0, 4 + random.nextInt(code.length() - 4));
        case 3 -> code + signs.charAt(random.nextInt(45));
        default -> {
          byte[] noise = new byte[bytes.length];
          random.nextBytes(noise);
          System.arraycopy(bytes, 0, noise, 0, 8);
          yield kind + Base45.encode(noise);
        }
      };
      assertThat(codes.read(mutated, now)).as(mutated).isInstanceOf(Reading.Refused.class);
    }
  }

  @Test
  void sixDigitsAreOnesOwnWithinAShiftAndStay() {
    ShiftId shift = shift();
    Set<String> seen = new HashSet<>();
    for (AccountId person : new Scene(db).volunteers(300)) {
      String digits = codes.sixDigits(shift, person);
      assertThat(digits).matches("[0-9]{6}");
      assertThat(seen.add(digits)).isTrue();
      assertThat(codes.sixDigits(shift, person)).isEqualTo(digits);
      assertThat(codes.whose(shift, digits)).hasValue(person);
    }
    assertThat(codes.whose(shift(), seen.iterator().next())).as("mean nobody elsewhere").isEmpty();
  }

  @Test
  void everyRefusalHasWordsInThreeLanguages() {
    for (Reading.Why why : Reading.Why.values()) {
      for (Language language : new Language[] {Language.AR, Language.FR, Language.EN}) assertThat(dictionary.in(language).text(why.key())).isNotBlank();
    }
  }

  @Test
  void aSiteCodeIsGoodForHalfAMinuteAndOnlyOfItsOwnKit() {
    var pair = Phone.pair();
    byte[] key = P256.bytes((java.security.interfaces.ECPublicKey) pair.getPublic());
    long step = now.getEpochSecond() / 10;
    byte[] said = java.nio.ByteBuffer.allocate(12).putLong(7).putInt((int) step).array();
    byte[] signature = P256.sign(pair.getPrivate(), said);
    String fragment = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(Wire.joined(said, signature));
    SiteCodes.SiteCode code = SiteCodes.read(fragment).orElseThrow();
    Instant begins = Instant.ofEpochSecond(step * 10);
    assertThat(code.signedBy(key)).isTrue();
    assertThat(code.isGoodAt(begins.plusSeconds(29))).isTrue();
    assertThat(code.isGoodAt(begins.plusSeconds(31))).isFalse();
    assertThat(code.isGoodAt(begins.minusSeconds(11))).isFalse();
    assertThat(new SiteCodes.SiteCode(8, step, signature).signedBy(key)).as("another kit's").isFalse();
    assertThat(code.signedBy(phone.key())).as("another phone's").isFalse();
    assertThat(code.signedBy(new byte[64])).as("no point of the curve").isFalse();
    assertThat(new SiteCodes.SiteCode(7, step, new byte[64]).signedBy(key)).isFalse();
    for (String junk : new String[] {"", "AAAA", "!".repeat(102), "A".repeat(101), fragment + "A"}) assertThat(SiteCodes.read(junk)).isEmpty();
  }

  private static byte[] serial(String card) {
    return Arrays.copyOf(Base45.decode(card.substring(4)).orElseThrow(), 16);
  }

  private ShiftId shift() {
    Scene scene = new Scene(db);
    return scene.today(scene.opportunity(scene.organization(scene.account("مسؤول")), "at-once", 16), 50);
  }

  private Reading.Genuine genuine(String text, Instant at) {
    Reading reading = codes.read(text, at);
    assertThat(reading).isInstanceOf(Reading.Genuine.class);
    return (Reading.Genuine) reading;
  }

  private String why(String text, Instant at) {
    return codes.read(text, at) instanceof Reading.Refused no ? no.why().code() : "accepted";
  }
}
