package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageCacheTests {

  private final PageCache cache = new PageCache(1);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void afterAChangeThoseWhoAskForWhatSomebodyIsMakingWaitForIt() throws Exception {
    for (int i = 0; i < 2; i++) ask("/", null);
    cache.forget();
    CountDownLatch goOn = new CountDownLatch(1);
    List<Future<String>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) all.add(people.submit(() -> ask("/", goOn)));
      Thread.sleep(100);
      goOn.countDown();
    }
    for (Future<String> one : all) assertThat(one.get()).isEqualTo("page 3");
    assertThat(made).hasValue(3);
  }

  @Test
  void nobodyWaitsForWhatWasNeverKept() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> slow = people.submit(() -> ask("/a-download", goOn));
      while (made.get() < 1) Thread.sleep(5);
      assertThat(ask("/a-download", null)).isEqualTo("page 2");
      goOn.countDown();
      assertThat(slow.get()).isEqualTo("page 1");
    }
  }

  @Test
  void whenItsSecondsAreOverOneMakesItAnewAndTheOthersGetTheOneBefore() throws Exception {
    for (int i = 0; i < 3; i++) ask("/", null);
    assertThat(ask("/", null)).isEqualTo("page 2");
    Thread.sleep(1_100);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> renewing = people.submit(() -> ask("/", goOn));
      while (made.get() < 3) Thread.sleep(5);
      for (int i = 0; i < 20; i++) assertThat(ask("/", null)).isEqualTo("page 2");
      goOn.countDown();
      assertThat(renewing.get()).isEqualTo("page 3");
    }
    assertThat(ask("/", null)).isEqualTo("page 3");
    assertThat(made).hasValue(3);
  }

  @Test
  void whatWasBegunBeforeAChangeIsNotKeptAfterIt() throws Exception {
    ask("/", null);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> before = people.submit(() -> ask("/", goOn));
      while (made.get() < 2) Thread.sleep(5);
      cache.forget();
      assertThat(ask("/", null)).as("who asks after the change does not wait for what was begun before").isEqualTo("page 3");
      goOn.countDown();
      assertThat(before.get()).isEqualTo("page 2");
    }
    assertThat(ask("/", null)).isEqualTo("page 3");
  }

  @Test
  void whoIsSomebodyGetsTheirOwn() throws Exception {
    for (int i = 0; i < 3; i++) ask("/", null);
    MockHttpServletRequest mine = new MockHttpServletRequest("GET", "/");
    mine.setCookies(new jakarta.servlet.http.Cookie("session", "somebody"));
    MockHttpServletResponse answer = new MockHttpServletResponse();
    cache.doFilter(mine, answer, (_, response) -> response.getWriter().write("my own"));
    assertThat(answer.getContentAsString()).isEqualTo("my own");
  }

  private String ask(String path, @Nullable CountDownLatch until) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    FilterChain making = (_, _) -> {
      PageBytes page = new PageBytes(100);
      page.writeBinaryContent(("page " + made.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
      if (until != null) await(until);
      cache.keepAndSend(page, Locale.FRENCH, request, answer);
    };
    cache.doFilter(request, answer, making);
    return answer.getContentAsString();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
