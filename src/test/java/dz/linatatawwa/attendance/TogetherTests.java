package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TogetherTests {

  @Test
  void whoComesAloneDoesNotWaitForCompany() {
    Together<Integer, String> together = new Together<>(2, 8, all -> all.stream().map(one -> all.size() + ":" + one).toList());
    assertThat(together.ask(7)).contains("1:7");
    assertThat(together.ask(8)).contains("1:8");
  }

  @Test
  void thoseWhoComeWhileHandsAreFullAreTakenTogetherAndEachGetsTheirOwnAnswer() throws Exception {
    ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
    Together<Integer, String> together = new Together<>(1, 16, all -> {
      sizes.add(all.size());
      pause(20);
      return all.stream().map(one -> "for " + one).toList();
    });
    List<Future<Optional<String>>> asked = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        int n = i;
        asked.add(people.submit(() -> together.ask(n)));
      }
    }
    for (int i = 0; i < 200; i++) assertThat(asked.get(i).get()).contains("for " + i);
    assertThat(sizes).allMatch(size -> size <= 16);
    assertThat(sizes.size()).as("goes for two hundred questions").isLessThan(100);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
  }

  @Test
  void aGoThatFailsIsNobodysFaultInParticular() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Together<String, String> together = new Together<>(1, 16, all -> {
      if (all.contains("first")) {
        begun.countDown();
        await(goOn);
      }
      if (all.contains("broken")) throw new IllegalStateException("no");
      return all;
    });
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      people.submit(() -> together.ask("first"));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Future<Optional<String>> broken = people.submit(() -> together.ask("broken"));
      Future<Optional<String>> whole = people.submit(() -> together.ask("whole"));
      pause(100);
      goOn.countDown();
      assertThat(broken.get()).isEmpty();
      assertThat(whole.get()).isEmpty();
    }
    assertThatThrownBy(() -> together.ask("broken")).isInstanceOf(IllegalStateException.class);
    assertThat(together.ask("whole")).contains("whole");
  }

  @Test
  void whoseQuestionIsBeingAskedWaitsWithoutUsingAProcessor() throws Exception {
    Together<Integer, Integer> together = new Together<>(4, 16, all -> {
      pause(300);
      return all;
    });
    ConcurrentLinkedQueue<Long> used = new ConcurrentLinkedQueue<>();
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int n = i;
      people.add(Thread.ofPlatform().start(() -> {
        together.ask(n);
        used.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
      }));
    }
    for (Thread one : people) one.join();
    assertThat(used).hasSize(24).allMatch(nanos -> nanos < TimeUnit.MILLISECONDS.toNanos(100));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
