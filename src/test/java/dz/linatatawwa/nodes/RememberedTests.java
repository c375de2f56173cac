package dz.linatatawwa.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTests {

  private final Nodes nodes = new Nodes(JdbcClient.create(new AbstractDataSource() {
    @Override
    public java.sql.Connection getConnection() {
      throw new AssertionError("the database is not asked");
    }

    @Override
    public java.sql.Connection getConnection(String user, String password) {
      return getConnection();
    }
  }));
  private final Remembered<Integer, String> remembered = new Remembered<>(nodes, 10, Duration.ofMinutes(1));
  private final AtomicInteger reads = new AtomicInteger();

  @BeforeEach
  void listen() {
    nodes.hearing(true);
  }

  private Optional<String> read(int key) {
    return remembered.find(key, () -> Optional.of("read " + reads.incrementAndGet()));
  }

  @Test
  void whatIsKnownIsNotReadAgainUntilItIsForgotten() {
    assertThat(read(1)).isEqualTo(read(1)).contains("read 1");
    remembered.forget(2);
    assertThat(read(1)).contains("read 1");
    remembered.forget(1);
    assertThat(read(1)).contains("read 2");
    remembered.forgetIf("read 2"::equals);
    assertThat(read(1)).contains("read 3");
    remembered.forgetAll();
    assertThat(read(1)).contains("read 4");
  }

  @Test
  void nothingIsAskedForAnew() {
    assertThat(remembered.find(1, Optional::empty)).isEmpty();
    assertThat(read(1)).contains("read 1");
  }

  @Test
  void whoDoesNotHearTheOthersReadsEachTimeAndKeepsNothing() {
    nodes.hearing(false);
    assertThat(read(1)).contains("read 1");
    assertThat(read(1)).contains("read 2");
    nodes.hearing(true);
    assertThat(read(1)).contains("read 3");
  }

  @Test
  void whatWasReadBeforeItWasForgottenIsNotKept() {
    assertThat(remembered.find(1, () -> {
      remembered.forget(1);
      return Optional.of("old");
    })).contains("old");
    assertThat(read(1)).contains("read 1");
  }

  @Test
  void whoAskedAmidATransactionDoesNotMakeTheOldOneStay() {
    TransactionSynchronizationManager.initSynchronization();
    try {
      Remembered.nowAndAfterwards(() -> remembered.forget(1));
      assertThat(read(1)).as("what somebody reads before it is committed").contains("read 1");
      TransactionSynchronizationManager.getSynchronizations().forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
    assertThat(read(1)).contains("read 2");
  }
}
