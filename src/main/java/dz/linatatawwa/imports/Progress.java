package dz.linatatawwa.imports;

/** Tells the command line every few seconds how far a long import has come. */
final class Progress implements AutoCloseable {

  private static final long EVERY_MS = 2_000;

  private final Thread teller;

  private Progress(Thread teller) {
    this.teller = teller;
  }

  static Progress of(boolean wanted, Imports imports, long id) {
    return new Progress(wanted ? Thread.ofVirtual().start(() -> tell(imports, id)) : Thread.ofVirtual().unstarted(() -> {}));
  }

  private static void tell(Imports imports, long id) {
    try {
      while (true) {
        Thread.sleep(EVERY_MS);
        imports.find(id).ifPresent(of -> System.err.println("  " + of.counts().done() + " / " + of.counts().in()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    teller.interrupt();
  }
}
