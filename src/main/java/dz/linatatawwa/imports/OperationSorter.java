package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.organizations.BroughtOrganizations;
import dz.linatatawwa.organizations.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides of each row of past operations whether it is stored, the same as one stored before, or bad: a portion at a time, asking the database once for all. */
@Component
class OperationSorter {

  private static final int OWNERS_REMEMBERED = 20_000;

  private final OperationRows rows;
  private final OperationShelf shelf;
  private final BroughtOrganizations organizations;

  OperationSorter(OperationRows rows, OperationShelf shelf, BroughtOrganizations organizations) {
    this.rows = rows;
    this.shelf = shelf;
    this.organizations = organizations;
  }

  /** One row after it was looked at.
   *  @param operation null when it is bad */
  record Row(int row, Sorted.Outcome outcome, @Nullable BroughtOperation operation, List<Fault> faults) {}

  /** Rows as they were read, before anybody asked the database. */
  record Read(List<Cells> cells, List<Optional<BroughtOperation>> operations) {}

  Run begin(Import of, List<String> header, Mapping mapping) {
    return new Run(of, header, mapping);
  }

  /** One going through a table, with what it remembers on the way. */
  final class Run {

    private final Import of;
    private final List<String> header;
    private final Mapping mapping;
    private final String scope;
    private final OperationRows.Memory memory = new OperationRows.Memory();
    private final Map<String, Optional<OrganizationId>> owners = new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Optional<OrganizationId>> eldest) {
        return size() > OWNERS_REMEMBERED;
      }
    };

    private Run(Import of, List<String> header, Mapping mapping) {
      this.of = of;
      this.header = header;
      this.mapping = mapping;
      this.scope = Sorter.scope(of, header);
    }

    List<Row> sort(List<Grid.Line> lines) {
      return sort(read(lines));
    }

    Read read(List<Grid.Line> lines) {
      List<Cells> cells = new ArrayList<>(lines.size());
      List<Optional<BroughtOperation>> operations = new ArrayList<>(lines.size());
      for (Grid.Line line : lines) {
        Cells read = new Cells(line, header, mapping);
        Optional<BroughtOperation> operation = rows.read(read, scope, of.organization() != null, memory);
        cells.add(read);
        operations.add(operation.filter(fit -> shelf.fault(fit).map(fault -> {
          read.bad(fault.field(), fault.key(), fault.arguments().toArray());
          return false;
        }).orElse(true)));
      }
      return new Read(cells, operations);
    }

    /** What an earlier row becomes counts for later ones. */
    List<Row> sort(Read read) {
      Map<UUID, String> known = new HashMap<>(shelf.known(read.operations.stream().flatMap(Optional::stream).map(BroughtOperation::key).toList()));
      learnOwners(read.operations);
      List<Row> sorted = new ArrayList<>(read.cells.size());
      for (int i = 0; i < read.cells.size(); i++) {
        Cells cells = read.cells.get(i);
        BroughtOperation operation = read.operations.get(i).orElse(null);
        String before = operation == null ? null : known.get(operation.key());
        if (operation != null && before != null && !Folding.fold(before).equals(Folding.fold(operation.title()))) {
          cells.bad("id", "imports.reason.otherName", before);
          operation = null;
        }
        if (operation == null) {
          sorted.add(new Row(cells.row(), Sorted.Outcome.BAD, null, cells.faults().stream().filter(Fault::bad).toList()));
        } else {
          known.putIfAbsent(operation.key(), operation.title());
          sorted.add(new Row(cells.row(), before == null ? Sorted.Outcome.STORED : Sorted.Outcome.SAME, owned(operation), before == null ? cells.faults() : List.of()));
        }
      }
      return sorted;
    }

    private BroughtOperation owned(BroughtOperation operation) {
      if (of.organization() instanceof OrganizationId own) return operation.of(own);
      String name = operation.organizationName();
      return name == null ? operation : operation.of(owners.getOrDefault(Folding.fold(name), Optional.empty()).orElse(null));
    }

    private void learnOwners(List<Optional<BroughtOperation>> operations) {
      Set<String> asked = new LinkedHashSet<>();
      for (Optional<BroughtOperation> operation : operations) {
        String name = operation.map(BroughtOperation::organizationName).orElse(null);
        if (name != null && !owners.containsKey(Folding.fold(name))) asked.add(Folding.fold(name));
      }
      if (asked.isEmpty()) return;
      Map<String, OrganizationId> found = organizations.verifiedNamed(asked);
      asked.forEach(name -> owners.put(name, Optional.ofNullable(found.get(name))));
    }
  }
}
