package dz.linatatawwa.remarks;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.volunteers.Volunteers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The face of the room: remarks of supervisors in the files of organisations and people of their territory. Who belongs to an organisation, or is the
 *  person, has no part in it here; a person reads what is kept of them under "my data". */
@Service
public class Remarks {

  /** The longest remark, in characters. */
  public static final int LONGEST = 2000;

  private static final int PAGE = 20;

  private final JdbcClient db;
  private final Organizations organizations;
  private final Standing standing;
  private final Volunteers volunteers;
  private final Territories territories;
  private final Audit audit;
  private final Clock clock;

  Remarks(JdbcClient db, Organizations organizations, Standing standing, Volunteers volunteers, Territories territories, Audit audit, Clock clock) {
    this.db = db;
    this.organizations = organizations;
    this.standing = standing;
    this.volunteers = volunteers;
    this.territories = territories;
    this.audit = audit;
    this.clock = clock;
  }

  /** The file, for a supervisor in whose territory it lies.
   *  @throws NotFound for everybody else */
  public RemarkFile open(AccountId supervisor, RemarkFile file) {
    boolean may = switch (file) {
      case RemarkFile.Body(OrganizationId id) -> organizations.find(id).filter(found -> standing.oversees(supervisor, found)).isPresent();
      case RemarkFile.Person(AccountId id) -> !id.equals(supervisor) && (volunteers.find(id).filter(found -> territories.covers(supervisor, found.wilaya())).isPresent()
          || organizations.ofMember(id).stream().anyMatch(of -> standing.oversees(supervisor, of.organization())));
    };
    if (!may) throw new NotFound(file + " is not in the territory of " + supervisor);
    return file;
  }

  /** The name of an organisation; empty for a person, whose name the pages know. */
  public String name(RemarkFile file) {
    return file instanceof RemarkFile.Body(OrganizationId id) ? organizations.find(id).map(Organization::profile).map(profile -> profile.nameAr()).orElse("") : "";
  }

  /** The remarks in a file, the newest first, twenty a page. Who may look is {@link #open}'s to say. */
  public Slice<Remark> of(RemarkFile file, int page) {
    long total = db.sql("select count(*) from remarks.remark r where " + column(file) + " = :id").param("id", number(file)).query(Long.class).single();
    List<Remark> rows = db.sql("select r.id, r.author, r.at, r.words, r.struck_at from remarks.remark r where " + column(file) + " = :id order by r.id desc limit :size offset :skip")
        .param("id", number(file)).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(Remarks::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Writes a remark. The audit log says that, and not what. */
  @Transactional
  public void write(AccountId supervisor, RemarkFile file, String words) {
    open(supervisor, file);
    db.sql("insert into remarks.remark (" + column(file).substring(2) + ", author, at, words) values (:id, :author, :now, :words)").param("id", number(file))
        .param("author", supervisor.value()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("words", words).update();
    audit.note(supervisor, "remark.written", file.objectKind(), file.objectId(), null, java.util.Map.of());
  }

  /** Strikes one's own remark: it stays, and everybody sees that it was taken back.
   *  @return false when it is not one's own, or struck already */
  @Transactional
  public boolean strike(AccountId supervisor, RemarkFile file, long remark) {
    open(supervisor, file);
    boolean done = db.sql("update remarks.remark r set struck_at = :now where r.id = :remark and r.author = :author and r.struck_at is null and " + column(file) + " = :id")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("remark", remark).param("author", supervisor.value()).param("id", number(file)).update() == 1;
    if (done) audit.note(supervisor, "remark.struck", file.objectKind(), file.objectId(), null, java.util.Map.of());
    return done;
  }

  private static String column(RemarkFile file) {
    return file instanceof RemarkFile.Body ? "r.organization_id" : "r.account_id";
  }

  private static long number(RemarkFile file) {
    return Long.parseLong(file.objectId());
  }

  private static Remark read(ResultSet row, int number) throws SQLException {
    OffsetDateTime struck = row.getObject("struck_at", OffsetDateTime.class);
    return new Remark(row.getLong("id"), new AccountId(row.getLong("author")), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("words"),
        struck == null ? null : struck.toInstant());
  }
}
