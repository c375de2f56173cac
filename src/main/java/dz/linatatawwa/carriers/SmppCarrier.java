package dz.linatatawwa.carriers;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** SMS by an operator's message centre (SMPP 3.4). Long texts go in parts; a receipt is asked for the last part, whose name stands for the whole.
 *  A part that is refused because we are too fast is tried again a little later, so that no part that arrived is sent twice. */
class SmppCarrier implements Carrier, AutoCloseable {

  private static final int TRIES_OF_A_PART = 5;
  private static final Set<Integer> BUSY = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);
  private static final Set<Integer> NEVER = Set.of(SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON);
  /** Relative, SMPP 3.4, 7.1.1: ten minutes, after which a code is worth nothing. */
  private static final String TEN_MINUTES = "000000001000000R";
  private static final byte HEADER_LENGTH = 5;

  private final SmsRules.Smpp rules;
  private final SmppLine line;
  private final Duration pause;

  SmppCarrier(SmsRules.Smpp rules, Consumer<Receipt> receipts, Duration pause) {
    this.rules = rules;
    this.line = new SmppLine(rules, receipts);
    this.pause = pause;
  }

  @Override
  public String channel() {
    return "sms";
  }

  @Override
  public Carried carry(Parcel parcel) throws Exception {
    if (!(parcel instanceof Parcel.Sms sms)) throw new IllegalArgumentException("no text message: " + parcel.id());
    SmsText text = SmsText.of(sms.text());
    String reference = null;
    for (int part = 0; part < text.parts().size(); part++) {
      try {
        reference = patiently(sms, text, part);
      } catch (NegativeResponseException no) {
        int status = no.getCommandStatus();
        if (BUSY.contains(status) && part == 0) return new Carried.Later(pause.multipliedBy(TRIES_OF_A_PART));
        if (NEVER.contains(status)) return new Carried.Refused("SMPP 0x%02x".formatted(status));
        throw new IOException("the message centre answered 0x%02x".formatted(status), no);
      }
    }
    return new Carried.Handed(reference, text.parts().size());
  }

  private String patiently(Parcel.Sms sms, SmsText text, int part) throws Exception {
    for (int tried = 1;; tried++) {
      try {
        return submit(sms, text, part);
      } catch (NegativeResponseException no) {
        if (!BUSY.contains(no.getCommandStatus()) || tried == TRIES_OF_A_PART) throw no;
        Thread.sleep(pause.multipliedBy(tried));
      }
    }
  }

  private String submit(Parcel.Sms sms, SmsText text, int part)
      throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
    boolean number = rules.source().matches("\\+?\\d+");
    boolean last = part == text.parts().size() - 1;
    SMPPSession session = line.session();
    return session.submitShortMessage("", number ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
        number ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN, rules.source().replace("+", ""),
        TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, sms.to().substring(1), kind(text), (byte) 0, (byte) (sms.urgent() ? 1 : 0), null,
        sms.urgent() ? TEN_MINUTES : null, new RegisteredDelivery(last ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT), (byte) 0,
        new GeneralDataCoding(text.gsm() ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2), (byte) 0, bytes(sms, text, part)).getMessageId();
  }

  private static ESMClass kind(SmsText text) {
    return text.parts().size() == 1 ? new ESMClass()
        : new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);
  }

  /** Each part begins with six bytes that say of which message it is which part (3GPP TS 23.040, 9.2.3.24.1); a message that is tried again bears its number again. */
  private static byte[] bytes(Parcel.Sms sms, SmsText text, int part) {
    byte[] words = text.bytes(part);
    if (text.parts().size() == 1) return words;
    byte[] header = {HEADER_LENGTH, 0, 3, (byte) sms.id(), (byte) text.parts().size(), (byte) (part + 1)};
    byte[] whole = new byte[header.length + words.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(words, 0, whole, header.length, words.length);
    return whole;
  }

  @Override
  public void close() {
    line.close();
  }
}
