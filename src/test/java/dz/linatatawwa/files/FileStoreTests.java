package dz.linatatawwa.files;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads on either shelf, moved from one to the other, and taken away although the store was away. */
@WorldTest
class FileStoreTests {

  private static final byte[] PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path data;
  @LocalServerPort int port;
  @Autowired FileTable table;
  @Autowired Pictures pictures;
  @Autowired ObjectProvider<FileAccess> rules;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  FakeStore store;
  Shelves shelves;
  Shelf folder;
  Shelf bucket;
  AccountId amina;

  @BeforeEach
  void twoShelves() throws IOException {
    store = new FakeStore();
    shelves = new Shelves(new StoreRules("folder", store.rules(Duration.ofSeconds(5))), data);
    folder = shelves.named("folder").orElseThrow();
    bucket = shelves.named("s3").orElseThrow();
    amina = SignIn.account("أمينة بلقاسم");
    JdbcClient.create(TestDatabase.one()).sql("update files.file set deleted_at = now(), cleared_at = now()").update();
  }

  @AfterEach
  void closed() {
    store.close();
  }

  private Files on(Shelf shelf) {
    return new Files(table, shelf, pictures, new Scanner(""), rules);
  }

  private String purpose() {
    return rules.stream().filter(rule -> rule.accepts().contains(FileKind.PDF) && rule.accepts().contains(FileKind.JPEG)).findFirst().orElseThrow().purpose();
  }

  private FileId kept(Shelf shelf, String name, byte[] content) {
    Kept kept = on(shelf).keep(amina, purpose(), name, null, content);
    return ((Kept.Stored) kept).id();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void everyFileIsMovedOnceFoundWholeAndServedFromThere() throws IOException {
    FileId paper = kept(folder, "a.pdf", PDF);
    FileId picture = kept(folder, "b.png", picture());
    FileCommand command = new FileCommand(table, shelves, folder);
    assertThat(command.run(List.of("check"))).isZero();
    store.ill = FakeStore.Ill.FAILS_ONCE;
    assertThat(command.run(List.of("move", "--to", "s3"))).isZero();
    assertThat(store.objects).hasSize(3);
    int asked = store.asked.get();
    assertThat(command.run(List.of("move", "--to", "s3"))).as("again: nothing is left to do").isZero();
    assertThat(store.asked.get() - asked).as("only looked at").isEqualTo(3);
    assertThat(on(bucket).read(paper).orElseThrow()).isEqualTo(PDF);
    assertThat(on(bucket).read(picture).orElseThrow()).isEqualTo(on(folder).read(picture).orElseThrow());
    assertThat(on(bucket).open(table.find(picture).orElseThrow(), true)).isPresent();
    assertThat(new FileCommand(table, shelves, bucket).run(List.of("check"))).isZero();
    folder.remove(paper);
    assertThat(new FileCommand(table, shelves, bucket).run(List.of("move", "--to", "folder"))).as("and back").isZero();
    assertThat(on(folder).read(paper).orElseThrow()).isEqualTo(PDF);
  }

  @Test
  void aFileThatIsMissingOrChangedIsNamedAndNotMoved() {
    FileId missing = kept(folder, "a.pdf", PDF);
    FileId changed = kept(folder, "b.pdf", PDF);
    folder.remove(missing);
    folder.put(changed, "%PDF-1.7 other %%EOF".getBytes(StandardCharsets.ISO_8859_1), null);
    FileCommand command = new FileCommand(table, shelves, folder);
    assertThat(command.run(List.of("check"))).isEqualTo(1);
    assertThat(command.run(List.of("move", "--to", "s3"))).isEqualTo(1);
    assertThat(store.objects).isEmpty();
    assertThat(command.run(List.of("move", "--to", "folder"))).as("to where they are").isEqualTo(2);
    assertThat(command.run(List.of("move"))).isEqualTo(2);
  }

  @Test
  void anUploadWhileTheStoreIsAwayIsRefusedInPlainWordsAndLeavesNoRow() {
    store.ill = FakeStore.Ill.FAILS;
    assertThat(on(bucket).keep(amina, purpose(), "a.pdf", null, PDF)).isEqualTo(Kept.Refused.because("files.problem.storeAway"));
    assertThat(db.sql("select count(*) from files.file where deleted_at is null").query(Integer.class).single()).isZero();
  }

  @Test
  void aFileThatIsDeletedWhileTheStoreIsAwayIsGoneWhenItIsBackAndEachIsTakenAwayOnce() throws Exception {
    Files files = on(bucket);
    FileId id = kept(bucket, "a.pdf", PDF);
    store.ill = FakeStore.Ill.FAILS;
    transaction.executeWithoutResult(status -> files.delete(id));
    Clearing clearing = new Clearing(table, bucket, transaction);
    clearing.clear();
    assertThat(store.objects).as("still there").hasSize(1);
    store.ill = FakeStore.Ill.NOT;
    int before = store.asked.get();
    Thread one = Thread.ofVirtual().start(clearing::clear);
    Thread two = Thread.ofVirtual().start(clearing::clear);
    one.join();
    two.join();
    assertThat(store.objects).isEmpty();
    assertThat(store.asked.get() - before).as("both forms, by one of the two").isEqualTo(2);
    assertThat(db.sql("select cleared_at is not null from files.file where id = :id").param("id", id.value()).query(Boolean.class).single()).isTrue();
  }

  @Test
  void twoNodesOnOneFolderHaveTheSameMarkAndNodesOnTwoHaveNot(@TempDir Path elsewhere) {
    assertThat(new FolderShelf(data).mark()).isPresent().isEqualTo(new FolderShelf(data).mark());
    assertThat(new FolderShelf(elsewhere).mark()).isPresent().isNotEqualTo(folder.mark());
    assertThat(bucket.mark()).isPresent().isNotEqualTo(folder.mark());
  }

  @Test
  void aFileWhoseBytesAreNotOnTheShelfInUseIsNotFound() {
    FileId id = kept(shelves.named("folder").orElseThrow(), "a.pdf", PDF);
    Visit me = Visit.as(port, amina);
    assertThat(me.get(id.address()).status()).isEqualTo(404);
  }
}
