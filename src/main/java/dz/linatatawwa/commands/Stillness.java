package dz.linatatawwa.commands;

import org.springframework.context.LifecycleProcessor;

/** Starts nothing of what would work in the background: no letters go out and no clocks run beside a command. */
final class Stillness implements LifecycleProcessor {

  @Override
  public void onRefresh() {}

  @Override
  public void onClose() {}

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isRunning() {
    return false;
  }
}
