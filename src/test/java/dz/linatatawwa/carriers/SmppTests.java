package dz.linatatawwa.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text messages by an operator's message centre, which here is one of the tests and speaks the same protocol. */
class SmppTests {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private MessageCentre centre;
  private SmppCarrier carrier;
  private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws IOException {
    centre = new MessageCentre();
    carrier = carrier("secret");
  }

  @AfterEach
  void close() throws IOException {
    carrier.close();
    centre.close();
  }

  @Test
  void anArabicTextGoesAsOneMessageInItsLetters() throws Exception {
    assertThat(carrier.carry(sms("غدا: غرس الأشجار", false))).isEqualTo(new Carried.Handed("a1", 1));
    SubmitSm part = centre.submitted.getFirst();
    assertThat(part.getDestAddress()).isEqualTo("213551234567");
    assertThat(part.getSourceAddr()).isEqualTo("Linatatawwa");
    assertThat(part.getDataCoding()).isEqualTo((byte) 8);
    assertThat(part.isUdhi()).isFalse();
    assertThat(MessageCentre.words(part)).isEqualTo("غدا: غرس الأشجار");
    assertThat(part.getRegisteredDelivery()).as("a receipt is asked for").isEqualTo((byte) 1);
  }

  @Test
  void aLongTextGoesInPartsThatSayOfWhatTheyArePart() throws Exception {
    String text = "نغرس غدا ".repeat(20);
    assertThat(carrier.carry(sms(text, false))).isEqualTo(new Carried.Handed("a3", 3));
    assertThat(centre.submitted).hasSize(3).allMatch(SubmitSm::isUdhi);
    assertThat(IntStream.range(0, 3).mapToObj(i -> List.of(centre.submitted.get(i).getShortMessage()[3], centre.submitted.get(i).getShortMessage()[4], centre.submitted.get(i).getShortMessage()[5])))
        .containsExactly(List.of((byte) 7, (byte) 3, (byte) 1), List.of((byte) 7, (byte) 3, (byte) 2), List.of((byte) 7, (byte) 3, (byte) 3));
    assertThat(centre.submitted).allMatch(part -> part.getShortMessage().length <= 140);
    assertThat(centre.submitted.stream().map(MessageCentre::words).collect(Collectors.joining())).isEqualTo(text);
    assertThat(centre.submitted).extracting(SubmitSm::getRegisteredDelivery).as("only of the last").containsExactly((byte) 0, (byte) 0, (byte) 1);
  }

  @Test
  void aCodeIsUrgentAndEndsAfterTenMinutes() throws Exception {
    carrier.carry(sms("Code Linatatawwa : 123456", true));
    assertThat(centre.submitted.getFirst().getDataCoding()).isZero();
    assertThat(centre.submitted.getFirst().getPriorityFlag()).isEqualTo((byte) 1);
    assertThat(centre.submitted.getFirst().getValidityPeriod()).isEqualTo("000000001000000R");
  }

  @Test
  void whoIsTooFastWaitsAndSendsNoPartTwice() throws Exception {
    centre.refusals.addAll(List.of(0, SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RTHROTTLED));
    assertThat(carrier.carry(sms("نغرس غدا ".repeat(20), false))).isInstanceOf(Carried.Handed.class);
    assertThat(centre.submitted).extracting(part -> (int) part.getShortMessage()[5]).containsExactly(1, 2, 3);
  }

  @Test
  void aCentreThatStaysBusyGetsTheMessageLater() throws Exception {
    for (int i = 0; i < 5; i++) centre.refusals.add(SMPPConstant.STAT_ESME_RTHROTTLED);
    assertThat(carrier.carry(sms("غدا", false))).isInstanceOf(Carried.Later.class);
    assertThat(centre.submitted).isEmpty();
  }

  @Test
  void aNumberThatIsNoneIsGivenUpAndAnotherTroubleIsTriedAgain() throws Exception {
    centre.refusals.add(SMPPConstant.STAT_ESME_RINVDSTADR);
    assertThat(carrier.carry(sms("غدا", false))).isEqualTo(new Carried.Refused("SMPP 0x0b"));
    centre.refusals.add(SMPPConstant.STAT_ESME_RSYSERR);
    assertThatThrownBy(() -> carrier.carry(sms("غدا", false))).isInstanceOf(IOException.class);
  }

  @Test
  void aBrokenLineIsMadeAnew() throws Exception {
    carrier.carry(sms("واحد", false));
    centre.hangUp();
    for (int i = 0; i < 100 && centre.bound.get() < 2; i++) {
      try {
        carrier.carry(sms("اثنان", false));
      } catch (Exception broken) {
        Thread.sleep(20);
      }
    }
    assertThat(centre.bound.get()).isEqualTo(2);
    assertThat(centre.submitted.stream().map(MessageCentre::words)).contains("واحد", "اثنان");
  }

  @Test
  void withoutTheRightPasswordNothingIsSent() throws IOException {
    try (SmppCarrier stranger = carrier("wrong")) {
      assertThatThrownBy(() -> stranger.carry(sms("غدا", false))).isInstanceOf(IOException.class);
    }
    assertThat(centre.submitted).isEmpty();
  }

  @Test
  void receiptsAreHeard() throws Exception {
    carrier.carry(sms("غدا", false));
    centre.receipt("a1", DeliveryReceiptState.ENROUTE);
    centre.receipt("a1", DeliveryReceiptState.DELIVRD);
    centre.receipt("a2", DeliveryReceiptState.UNDELIV);
    for (int i = 0; i < 100 && receipts.size() < 2; i++) Thread.sleep(20);
    assertThat(receipts).containsExactlyInAnyOrder(new Receipt("a1", true, "DELIVRD"), new Receipt("a2", false, "UNDELIV"));
  }

  private SmppCarrier carrier(String password) {
    return new SmppCarrier(new SmsRules.Smpp("127.0.0.1", centre.port(), "us", password, "", "Linatatawwa", false), receipts::add, PAUSE);
  }

  private static Parcel.Sms sms(String text, boolean urgent) {
    return new Parcel.Sms(7, "+213551234567", text, urgent);
  }
}
