package dz.linatatawwa.promotion;

import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.language.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Share cards: drawn once, kept, and drawn anew when what they say has changed. What is drawn is bounded: two at a time, and so many for one network in an hour. */
@Component
public class ShareCards {

  private static final int AT_ONCE = 2;
  private static final int DRAWN_FOR_A_NETWORK_AN_HOUR = 240;
  private static final int SECONDS = 5;

  private final CardDrawing drawing;
  private final CardShelf shelf;
  private final Allowances allowances;
  private final Semaphore desks = new Semaphore(AT_ONCE);

  ShareCards(CardDrawing drawing, CardShelf shelf, Allowances allowances) {
    this.drawing = drawing;
    this.shelf = shelf;
    this.allowances = allowances;
  }

  /** What the card of a thing says, as a mark: the same mark, the same picture.
   *  @param link where the thing is found, as people read it */
  public String mark(Promoted it, Words words, String link) {
    MessageDigest digest = sha256();
    for (String part : new String[] {Integer.toString(CardDrawing.VERSION), words.language().code(), it.path(), it.label(), it.title(), String.join("\n", it.facts()), link}) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
  }

  /** The card as PNG.
   *  @param network for whom it is drawn, where it has to be
   *  @return nothing when that network has had too many drawn, or too many are being drawn: come again later */
  public Optional<byte[]> png(Promoted it, Words words, String link, String mark, String network) {
    String language = words.language().code();
    Optional<byte[]> kept = shelf.get(it, language, mark);
    if (kept.isPresent()) return kept;
    if (allowances.take("card-drawing", network, DRAWN_FOR_A_NETWORK_AN_HOUR, Duration.ofHours(1)).isPresent() || !enter()) return Optional.empty();
    try {
      byte[] drawn = shelf.get(it, language, mark).orElseGet(() -> drawing.png(it, words, link));
      shelf.put(it, language, mark, drawn);
      return Optional.of(drawn);
    } finally {
      desks.release();
    }
  }

  private boolean enter() {
    try {
      return desks.tryAcquire(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
