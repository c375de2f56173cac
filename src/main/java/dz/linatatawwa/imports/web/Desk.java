package dz.linatatawwa.imports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.imports.Kind;
import dz.linatatawwa.organizations.Membership;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Territories;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may bring what: administrators and supervisors of the nation everything, people who run an organisation its own opportunities. */
@Component
class Desk {

  private final Imports imports;
  private final Organizations organizations;
  private final Territories territories;

  Desk(Imports imports, Organizations organizations, Territories territories) {
    this.imports = imports;
    this.organizations = organizations;
    this.territories = territories;
  }

  boolean all(SignedIn me) {
    return me.administrator() || territories.of(me.id()).nation();
  }

  /** The organisations whose opportunities and past operations this person may bring. */
  List<Organization> own(SignedIn me) {
    return organizations.ofMember(me.id()).stream().filter(membership -> membership.role().runs()).map(Membership::organization).toList();
  }

  List<Kind> kinds(SignedIn me) {
    return all(me) ? List.of(Kind.values()) : List.of(Kind.OPPORTUNITIES, Kind.OPERATIONS);
  }

  /** @throws NotFound for those who may bring nothing, as if there were no desk */
  void open(SignedIn me) {
    if (!all(me) && own(me).isEmpty()) throw new NotFound("import desk for " + me.id());
  }

  List<Import> newest(SignedIn me) {
    return all(me) ? imports.newest() : imports.newestOf(own(me).stream().map(Organization::id).toList(), me.id());
  }

  /** An import that this person may see and lead.
   *  @throws NotFound for everybody else, as if it did not exist */
  Import look(SignedIn me, long id) {
    Import found = imports.find(id).orElseThrow(() -> new NotFound("import " + id));
    boolean mine = all(me) || found.organization() != null && organizations.mayRun(me.id(), found.organization());
    if (!mine) throw new NotFound("import " + id + " is foreign to " + me.id());
    return found;
  }
}
