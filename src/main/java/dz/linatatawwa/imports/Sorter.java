package dz.linatatawwa.imports;

import dz.linatatawwa.imports.Sorted.Outcome;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.opportunities.BroughtOpportunities;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.BroughtOrganizations;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides of each row whether it is stored, the same as one stored before, or bad. */
@Component
class Sorter {

  private final BodyRows bodies;
  private final OfferRows offers;
  private final ImportTable table;
  private final BroughtOrganizations organizations;
  private final BroughtOpportunities opportunities;

  Sorter(BodyRows bodies, OfferRows offers, ImportTable table, BroughtOrganizations organizations, BroughtOpportunities opportunities) {
    this.bodies = bodies;
    this.offers = offers;
    this.table = table;
    this.organizations = organizations;
    this.opportunities = opportunities;
  }

  /** Who owns the opportunities of a name: one body, one that is still to be made, or several that look alike. */
  sealed interface Owner {
    record One(OrganizationId id) implements Owner {}
    record New() implements Owner {}
    /** A row above makes it. */
    record Made() implements Owner {}
    record Several(int number) implements Owner {}
  }

  /** Sorts rows in their order; what an earlier row becomes counts for later ones. */
  List<Sorted> sort(Import of, Grid grid, Mapping mapping, List<Grid.Line> lines) {
    String scope = scope(of, grid.header());
    List<Cells> cells = lines.stream().map(line -> new Cells(line, grid.header(), mapping)).toList();
    List<Optional<Candidate>> candidates = cells.stream().map(c -> of.kind() == Kind.OPPORTUNITIES
        ? offers.read(c, mapping, scope, of.organization() != null) : bodies.read(of.kind(), c, scope)).toList();
    Map<String, ImportTable.Known> keys = table.stored(candidates.stream().flatMap(Optional::stream).map(Candidate::key).toList());
    Map<String, ImportTable.Known> subjects = table.subjects(candidates.stream().flatMap(Optional::stream)
        .flatMap(c -> c instanceof Candidate.Offer offer ? Stream.of(offer.opportunity()) : Stream.empty()).distinct().toList());
    Map<String, Owner> owners = new HashMap<>();
    List<Sorted> sorted = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Candidate candidate = candidates.get(i).orElse(null);
      Outcome outcome = candidate == null ? Outcome.BAD : outcome(cells.get(i), candidate, keys, subjects, owners);
      if (candidate != null && outcome == Outcome.STORED) remember(candidate, keys, subjects);
      List<Fault> faults = cells.get(i).faults();
      sorted.add(outcome == Outcome.BAD ? new Sorted(cells.get(i).row(), outcome, null, faults.stream().filter(Fault::bad).toList())
          : new Sorted(cells.get(i).row(), outcome, candidate, faults));
    }
    return sorted;
  }

  private Outcome outcome(Cells cells, Candidate candidate, Map<String, ImportTable.Known> keys, Map<String, ImportTable.Known> subjects, Map<String, Owner> owners) {
    ImportTable.Known known = keys.get(candidate.key());
    if (known == null && candidate instanceof Candidate.Offer offer) known = subjects.get(offer.opportunity());
    if (known != null && !known.name().equals(candidate.name())) return bad(cells, "id", "imports.reason.otherName", known.name());
    if (keys.containsKey(candidate.key())) return Outcome.SAME;
    return switch (candidate) {
      case Candidate.Body body -> body.numbered() || !isHere(body) ? Outcome.STORED : same(cells);
      case Candidate.Offer offer -> offer(cells, offer, known, owners);
    };
  }

  private Outcome offer(Cells cells, Candidate.Offer offer, ImportTable.@Nullable Known known, Map<String, Owner> owners) {
    if (known != null && offer.span() == null) return Outcome.SAME;
    if (known != null && known.object() > 0 && !opportunities.isDraft(new OpportunityId(known.object()))) return bad(cells, "title", "imports.reason.noLongerDraft");
    if (offer.owner().isEmpty()) return Outcome.STORED;
    Owner owner = owners.computeIfAbsent(Folding.fold(offer.owner()), name -> owner(offer.owner()));
    if (owner instanceof Owner.Several several) return bad(cells, "organization", "imports.reason.severalOwners", several.number());
    if (owner instanceof Owner.New) {
      cells.note("organization", "imports.note.ownerMade");
      owners.put(Folding.fold(offer.owner()), new Owner.Made());
    }
    return Outcome.STORED;
  }

  /** The body that is called so. */
  Owner owner(String name) {
    Optional<OrganizationId> made = table.madeOrganization(Folding.fold(name));
    if (made.isPresent()) return new Owner.One(made.get());
    List<Organization> named = organizations.named(name);
    if (named.size() > 1) {
      List<Organization> verified = named.stream().filter(Organization::verified).toList();
      return verified.size() == 1 ? new Owner.One(verified.getFirst().id()) : new Owner.Several(named.size());
    }
    return named.isEmpty() ? new Owner.New() : new Owner.One(named.getFirst().id());
  }

  private boolean isHere(Candidate.Body body) {
    return organizations.named(body.profile().nameAr()).stream().anyMatch(o -> o.profile().seat().commune().equals(body.profile().seat().commune()));
  }

  private static Outcome same(Cells cells) {
    cells.note("name_ar", "imports.note.knownAlready");
    return Outcome.SAME;
  }

  private static Outcome bad(Cells cells, String field, String reason, Object... arguments) {
    cells.bad(field, reason, arguments);
    return Outcome.BAD;
  }

  private static void remember(Candidate candidate, Map<String, ImportTable.Known> keys, Map<String, ImportTable.Known> subjects) {
    ImportTable.Known known = new ImportTable.Known(candidate.name(), 0);
    keys.put(candidate.key(), known);
    if (candidate instanceof Candidate.Offer offer) subjects.putIfAbsent(offer.opportunity(), known);
  }

  /** Numbers of rows mean something only within one kind of table of one body: its columns tell which. */
  static String scope(Import of, List<String> header) {
    String text = of.kind().code() + "\n" + of.organization() + "\n" + header.stream().map(Folding::fold).collect(Collectors.joining("\n"));
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6) + "/";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
