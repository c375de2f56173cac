package dz.linatatawwa.means;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds that begin at one moment. */
final class AtOnce {

  private AtOnce() {}

  static <T> List<T> all(List<? extends Callable<? extends T>> deeds) throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<? extends T> deed : deeds) {
        running.add(threads.submit(() -> {
          start.await();
          return deed.call();
        }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : running) answers.add(future.get());
      return answers;
    }
  }
}
