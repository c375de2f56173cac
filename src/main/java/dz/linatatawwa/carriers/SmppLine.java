package dz.linatatawwa.carriers;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection to a message centre, made when it is needed and again when it broke; hears its receipts. */
class SmppLine implements MessageReceiverListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLine.class);
  private static final int BIND_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 15_000;
  private static final int ALIVE_MILLIS = 30_000;

  private final SmsRules.Smpp rules;
  private final Consumer<Receipt> receipts;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SMPPSession session;

  SmppLine(SmsRules.Smpp rules, Consumer<Receipt> receipts) {
    this.rules = rules;
    this.receipts = receipts;
  }

  SMPPSession session() throws IOException {
    lock.lock();
    try {
      SMPPSession now = session;
      if (now != null && now.getSessionState().isTransmittable()) return now;
      if (now != null) now.close();
      return session = bound();
    } finally {
      lock.unlock();
    }
  }

  private SMPPSession bound() throws IOException {
    SMPPSession fresh = new SMPPSession(rules.tls() ? new SSLSocketConnectionFactory() : SocketConnectionFactory.getInstance());
    fresh.setMessageReceiverListener(this);
    fresh.setTransactionTimer(ANSWER_MILLIS);
    fresh.setEnquireLinkTimer(ALIVE_MILLIS);
    fresh.connectAndBind(rules.host(), rules.port(), new BindParameter(BindType.BIND_TRX, rules.systemId(), rules.password(), rules.systemType(),
        TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null), BIND_MILLIS);
    return fresh;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm heard) {
    if (!heard.isSmscDeliveryReceipt()) return; // somebody answered: nobody reads it here
    try {
      DeliveryReceipt receipt = heard.getShortMessageAsDeliveryReceipt();
      DeliveryReceiptState state = receipt.getFinalStatus();
      if (receipt.getId() == null || state == null) return;
      switch (state) {
        case DELIVRD -> receipts.accept(new Receipt(receipt.getId(), true, state.name()));
        case EXPIRED, DELETED, UNDELIV, REJECTD -> receipts.accept(new Receipt(receipt.getId(), false, state.name()));
        case ENROUTE, ACCEPTD, UNKNOWN -> { }
      }
    } catch (InvalidDeliveryReceiptException | RuntimeException unreadable) {
      LOG.atInfo().addKeyValue("event", "receipt-unreadable").addKeyValue("why", unreadable.getClass().getSimpleName().toLowerCase(Locale.ROOT)).log("a receipt of the message centre");
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification heard) {
    // Says that a phone is back: the centre itself tries again.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm heard, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not read here", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (session != null) session.unbindAndClose();
      session = null;
    } finally {
      lock.unlock();
    }
  }
}
