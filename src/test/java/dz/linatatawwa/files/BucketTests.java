package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads in an object store that is well, missing, slow, broken, or lies. */
class BucketTests {

  /** So long a store that is well may take, on a machine that is busy. */
  private static final Duration WITHIN = Duration.ofSeconds(5);
  /** So long one that is ill is waited for. */
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final byte[] BYTES = "%PDF-1.7 …".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

  FakeStore store;
  Shelf shelf;
  FileId id = new FileId(UUID.randomUUID());

  @BeforeEach
  void aStore() throws IOException {
    store = new FakeStore();
    shelf = new BucketShelf(new Bucket(store.rules(WITHIN)));
  }

  @AfterEach
  void closed() {
    store.close();
  }

  @Test
  void keepsGivesBackAndTakesAwayBothForms() {
    shelf.put(id, BYTES, new byte[] {1, 2, 3});
    assertThat(store.objects.keySet()).containsExactlyInAnyOrder("/uploads/files/" + id, "/uploads/files/" + id + ".small");
    assertThat(shelf.read(id, false).orElseThrow()).isEqualTo(BYTES);
    assertThat(shelf.read(id, true).orElseThrow()).containsExactly(1, 2, 3);
    shelf.put(id, BYTES, new byte[] {1, 2, 3});
    shelf.remove(id);
    shelf.remove(id);
    assertThat(store.objects).isEmpty();
    assertThat(shelf.read(id, false)).isEmpty();
    assertThat(shelf.open(file(BYTES), false)).isEmpty();
  }

  @Test
  void onlyWhoHasTheKeyIsServed() {
    StoreRules.S3 right = store.rules(WITHIN);
    Shelf stranger = new BucketShelf(new Bucket(new StoreRules.S3(right.endpoint(), right.bucket(), right.region(), right.key(), "wrong", right.prefix(), WITHIN)));
    assertThatThrownBy(() -> stranger.put(id, BYTES, null)).isInstanceOf(StoreAway.class).hasMessageContaining("SignatureDoesNotMatch").hasMessageNotContaining("wrong");
    assertThat(store.objects).isEmpty();
  }

  @Test
  void aFailureThatPassesIsNotNoticed() {
    store.ill = FakeStore.Ill.FAILS_ONCE;
    shelf.put(id, BYTES, null);
    assertThat(shelf.read(id, false)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(value = FakeStore.Ill.class, names = {"FAILS", "SILENT", "DRIPS", "CUTS", "NO_BUCKET", "ENDLESS"})
  void anIllStoreIsSaidToBeAwayInTimeAndNothingCountsAsKeptOrAsGone(FakeStore.Ill ill) {
    store.ill = ill;
    Shelf shelf = new BucketShelf(new Bucket(store.rules(SHORT)));
    long began = System.nanoTime();
    assertThatThrownBy(() -> shelf.read(id, false)).isInstanceOf(StoreAway.class);
    if (ill != FakeStore.Ill.ENDLESS) assertThatThrownBy(() -> shelf.remove(id)).isInstanceOf(StoreAway.class);
    if (ill == FakeStore.Ill.FAILS || ill == FakeStore.Ill.SILENT || ill == FakeStore.Ill.NO_BUCKET) assertThatThrownBy(() -> shelf.put(id, BYTES, null)).isInstanceOf(StoreAway.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void whatIsNotWhatWasKeptIsGivenToNobody() {
    shelf.put(id, BYTES, new byte[] {1, 2, 3});
    store.ill = FakeStore.Ill.LIES;
    assertThatThrownBy(() -> shelf.open(file(BYTES), false)).isInstanceOf(StoreAway.class).hasMessageContaining("other bytes");
    assertThatThrownBy(() -> shelf.open(file(BYTES), true)).isInstanceOf(StoreAway.class).hasMessageContaining("other bytes");
    store.ill = FakeStore.Ill.NOT;
    byte[] forged = BYTES.clone();
    forged[5] ^= 1;
    shelf.put(id, forged, null); // whoever can write into the bucket writes the hash beside it too
    assertThatThrownBy(() -> shelf.open(file(BYTES), false)).isInstanceOf(StoreAway.class).hasMessageContaining("other bytes");
  }

  @Test
  void aStoreThatNobodyAnswersForIsAwayAndSettingsThatCannotBeRightAreRefusedAtTheStart() {
    store.close();
    assertThatThrownBy(() -> shelf.read(id, false)).isInstanceOf(StoreAway.class);
    assertThatThrownBy(() -> new StoreRules("s3", null)).hasMessageContaining("linatatawwa.files.s3.endpoint");
    assertThatThrownBy(() -> new StoreRules("disk", null)).hasMessageContaining("folder or s3");
    assertThatThrownBy(() -> s3("https://s3.example.dz/inside", "uploads", "files/")).hasMessageContaining("endpoint");
    assertThatThrownBy(() -> s3("https://s3.example.dz", "Uploads?", "files/")).hasMessageContaining("bucket");
    assertThatThrownBy(() -> s3("https://s3.example.dz", "uploads", "../")).hasMessageContaining("prefix");
    assertThat(s3("https://s3.example.dz", "uploads", "").toString()).doesNotContain("SECRET");
  }

  private static StoreRules.S3 s3(String endpoint, String bucket, String prefix) {
    return new StoreRules.S3(URI.create(endpoint), bucket, "us-east-1", "KEY", "SECRET", prefix, WITHIN);
  }

  private StoredFile file(byte[] bytes) {
    return new StoredFile(id, new AccountId(1), "test", "a.pdf", "application/pdf", bytes.length, HexFormat.of().formatHex(FileTable.sha256(bytes)), Instant.now());
  }
}
