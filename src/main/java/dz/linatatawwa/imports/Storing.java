package dz.linatatawwa.imports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.opportunities.BroughtOpportunities;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.BroughtOrganizations;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.organizations.Reach;
import dz.linatatawwa.organizations.Receipt;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores sorted rows in portions, each in a transaction with its count, and takes them back. A portion is whole or not there at all. */
@Component
class Storing {

  private static final int PORTION = 100;

  private final ImportTable table;
  private final Sorter sorter;
  private final Organizations organizations;
  private final BroughtOrganizations brought;
  private final BroughtOpportunities opportunities;
  private final Places places;
  private final TransactionTemplate transaction;

  Storing(ImportTable table, Sorter sorter, Organizations organizations, BroughtOrganizations brought, BroughtOpportunities opportunities, Places places,
      TransactionTemplate transaction) {
    this.table = table;
    this.sorter = sorter;
    this.organizations = organizations;
    this.brought = brought;
    this.opportunities = opportunities;
    this.places = places;
    this.transaction = transaction;
  }

  /** Stores the next portion.
   *  @return false when nothing is left to do */
  boolean next(long id, Grid grid, Mapping mapping) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      Import now = table.lock(id).filter(i -> i.state() == Import.State.RUNNING).orElse(null);
      if (now == null) return false;
      int from = now.counts().done();
      List<Grid.Line> portion = grid.lines().subList(from, Math.min(from + PORTION, grid.lines().size()));
      List<Sorted> sorted = sorter.sort(now, grid, mapping, portion);
      sorted.forEach(row -> store(now, mapping, row));
      table.count(id, number(sorted, Sorted.Outcome.STORED), number(sorted, Sorted.Outcome.SAME), number(sorted, Sorted.Outcome.BAD));
      return from + portion.size() < grid.lines().size();
    }));
  }

  private static int number(List<Sorted> sorted, Sorted.Outcome outcome) {
    return (int) sorted.stream().filter(row -> row.outcome() == outcome).count();
  }

  private void store(Import of, Mapping mapping, Sorted row) {
    Candidate candidate = row.outcome() == Sorted.Outcome.STORED ? row.candidate() : null;
    switch (candidate) {
      case null -> table.insertRow(of.id(), row.row(), row, null, null);
      case Candidate.Body body -> table.insertRow(of.id(), row.row(), row,
          organizations.bring(body.profile(), OrganizationState.DRAFT, by(of), of.id()).value(), null);
      case Candidate.Offer offer -> {
        ImportTable.Known known = table.subjects(List.of(offer.opportunity())).get(offer.opportunity());
        OpportunityId id = known == null ? opportunities.bring(owner(of, mapping, offer), offer.draft(), of.id(), by(of)) : new OpportunityId(known.object());
        Candidate.Span span = offer.span();
        ShiftId shift = span == null ? null : opportunities.addShift(id, span.startsAt(), span.endsAt(), span.capacity());
        table.insertRow(of.id(), row.row(), row, id.value(), shift == null ? null : shift.value());
      }
    }
  }

  private OrganizationId owner(Import of, Mapping mapping, Candidate.Offer offer) {
    if (of.organization() instanceof OrganizationId own) return own;
    return switch (sorter.owner(offer.owner())) {
      case Sorter.Owner.One one -> one.id();
      case Sorter.Owner.Several several -> throw new IllegalStateException(several.number() + " organisations are called " + offer.owner());
      case Sorter.Owner.Made impossible -> throw new IllegalStateException("nobody made " + offer.owner());
      case Sorter.Owner.New none -> {
        OrganizationId made = organizations.bring(unknown(offer, mapping), OrganizationState.DRAFT, by(of), of.id());
        table.insertMade(of.id(), made, Folding.fold(offer.owner()));
        yield made;
      }
    };
  }

  /** All that is known of a body that a table of opportunities merely names. */
  private Profile unknown(Candidate.Offer offer, Mapping mapping) {
    CommuneCode code = Optional.ofNullable(offer.draft().commune()).or(() -> CommuneCode.of(mapping.seat())).orElse(new CommuneCode(Mapping.ALGIERS_CENTRE));
    Commune seat = places.commune(code).orElseThrow(() -> new IllegalStateException("no commune " + code));
    return new Profile(OrganizationKind.ASSOCIATION, offer.owner(), null, Scope.COMMUNAL, Receipt.NONE, new Seat(seat.wilaya(), seat.code(), null), List.of(), null,
        Reach.NONE, null, null);
  }

  private static @Nullable AccountId by(Import of) {
    return of.madeBy() == null ? null : new AccountId(of.madeBy());
  }

  /** Takes back all that an import stored and on which nothing stands; says of the rest why not. */
  void undo(long id) {
    for (ImportTable.Stored stored : table.toUndo(id)) {
      String keptWhy = takeBack(id, stored) ? null : stored.opportunity() ? "imports.kept.opportunity" : "imports.kept.organization";
      if (keptWhy != null) table.undone(id, stored, keptWhy);
    }
    for (OrganizationId made : table.madeToUndo(id)) takeBackMade(id, made);
    table.allUndone(id);
  }

  private boolean takeBack(long id, ImportTable.Stored stored) {
    return within(() -> {
      boolean gone = stored.opportunity() ? opportunities.takeBack(new OpportunityId(stored.object()), id)
          : brought.takeBack(new OrganizationId(stored.object()), id);
      if (gone) table.undone(id, stored, null);
      return gone;
    });
  }

  private void takeBackMade(long id, OrganizationId made) {
    within(() -> {
      boolean gone = brought.takeBack(made, id);
      if (gone) table.madeUndone(id, made);
      return gone;
    });
  }

  /** In a transaction of its own; where another room's row still points at the thing, the database refuses and it stays. */
  private boolean within(BooleanSupplier deed) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> deed.getAsBoolean()));
    } catch (DataIntegrityViolationException e) {
      return false;
    }
  }
}
