package dz.linatatawwa.carriers;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** A message centre of the tests: takes what is submitted, refuses as it is told, sends receipts, and may hang up. */
final class MessageCentre implements ServerMessageReceiverListener, AutoCloseable {

  final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
  final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  final AtomicInteger bound = new AtomicInteger();
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger(0xa0);
  private final SMPPServerSessionListener door;
  private final int port;
  private volatile boolean open = true;

  MessageCentre() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    door = new SMPPServerSessionListener(port);
    door.setTimeout(500);
    Thread.ofVirtual().start(this::welcome);
  }

  int port() {
    return port;
  }

  private void welcome() {
    while (open) {
      try {
        SMPPServerSession session = door.accept();
        session.setMessageReceiverListener(this);
        BindRequest asked = session.waitForBind(5_000);
        if (!asked.getPassword().equals("secret")) {
          asked.reject(SMPPConstant.STAT_ESME_RINVPASWD);
          continue;
        }
        sessions.add(session);
        bound.incrementAndGet();
        asked.accept("centre");
      } catch (Exception nobodyCame) {
        // The next one.
      }
    }
  }

  /** The words of a submitted part, without its header. */
  static String words(SubmitSm part) {
    byte[] bytes = part.getShortMessage();
    int from = part.isUdhi() ? bytes[0] + 1 : 0;
    return new String(bytes, from, bytes.length - from, part.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
  }

  void hangUp() {
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  void receipt(String id, DeliveryReceiptState state) throws Exception {
    DeliveryReceipt receipt = new DeliveryReceipt(id, 1, 1, new Date(), new Date(), state, "000", "");
    sessions.getLast().deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "213551000000", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "Linatatawwa",
        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT), (byte) 0, (byte) 0, new RegisteredDelivery(0), new GeneralDataCoding(),
        receipt.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm part, SMPPServerSession source) throws ProcessRequestException {
    Integer refusal = refusals.poll();
    if (refusal != null && refusal != 0) throw new ProcessRequestException("as told", refusal);
    submitted.add(part);
    try {
      return new SubmitSmResult(new MessageId(Integer.toHexString(numbers.incrementAndGet())), new org.jsmpp.bean.OptionalParameter[0]);
    } catch (org.jsmpp.PDUStringException never) {
      throw new IllegalStateException(never);
    }
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public void onAcceptCancelSm(CancelSm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm heard, SMPPServerSession source) throws ProcessRequestException {
    throw no();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm heard, Session source) throws ProcessRequestException {
    throw no();
  }

  private static ProcessRequestException no() {
    return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void close() throws IOException {
    open = false;
    hangUp();
    door.close();
  }
}
