package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the commune of a row: by its name within its wilaya of today or before 2019 or 2026, with a slip, or by its position; says what it read. */
@Component
class Whereabouts {

  /** Farther than this from every centre of a commune of the north, a position tells nothing; in the south communes are wide. */
  private static final double NEAR_ENOUGH_KM = 80;
  private static final double SAME_POINT_KM = 0.1;

  private final Places places;

  Whereabouts(Places places) {
    this.places = places;
  }

  Optional<Point> point(Cells cells) {
    return Values.point(cells.raw("lat"), cells.raw("lon"));
  }

  /** Nothing, without a fault, for a row that names no place of Algeria at all; nothing with a fault where it names one that cannot be. */
  Optional<Commune> commune(Cells cells) {
    String typed = cells.raw("commune").replaceAll("\\(.*?\\)", " ");
    String name = Folding.fold(typed).isEmpty() ? "" : typed;
    Optional<Wilaya> wilaya = wilaya(cells);
    if (cells.isBad()) return Optional.empty();
    if (wilaya.isPresent()) return within(cells, wilaya.get().code(), name);
    List<Commune> named = name.isEmpty() ? List.of() : places.communesNamed(name);
    if (named.size() == 1) return Optional.of(named.getFirst());
    Optional<Commune> near = near(cells, null);
    if (near.isPresent()) cells.note("commune", "imports.note.byPosition", label(near.get()));
    else if (named.size() > 1) cells.bad("commune", "imports.reason.severalCommunes", named.size());
    else if (!name.isEmpty()) cells.note("commune", "imports.note.notInAlgeria");
    return near;
  }

  private Optional<Wilaya> wilaya(Cells cells) {
    String typed = cells.raw("wilaya");
    if (Folding.fold(typed).isEmpty()) return Optional.empty();
    Optional<Wilaya> found = places.wilayaNamed(typed);
    if (found.isEmpty()) cells.bad("wilaya", "imports.reason.noSuchWilaya");
    return found;
  }

  private Optional<Commune> within(Cells cells, WilayaCode wilaya, String name) {
    if (name.isEmpty()) return position(cells, wilaya, "imports.note.byPosition", "imports.reason.communeMissing");
    List<Commune> named = places.communesNamed(name);
    List<Commune> here = named.stream().filter(c -> c.isOf(wilaya)).toList();
    if (here.size() == 1) return Optional.of(here.getFirst());
    if (here.size() > 1) return Optional.of(here.stream().filter(c -> c.wilaya().equals(wilaya)).findFirst().orElse(here.getFirst()));
    Optional<Commune> like = places.communeLike(withoutWilaya(name, wilaya), wilaya).or(() -> places.communeLike(name, wilaya));
    if (like.isPresent()) {
      cells.note("commune", "imports.note.readAs", label(like.get()));
      return like;
    }
    Optional<Commune> elsewhere = named.size() == 1 ? Optional.of(named.getFirst()) : nearest(cells, named);
    if (elsewhere.isPresent()) {
      cells.note("wilaya", "imports.note.otherWilaya", label(elsewhere.get()));
      return elsewhere;
    }
    return position(cells, wilaya, "imports.note.byPositionInstead", named.isEmpty() ? "imports.reason.noSuchCommune" : "imports.reason.communeElsewhere");
  }

  private Optional<Commune> nearest(Cells cells, List<Commune> some) {
    return point(cells).flatMap(point -> places.nearest(point, some::contains));
  }

  private Optional<Commune> position(Cells cells, WilayaCode wilaya, String note, String reason) {
    Optional<Commune> capital = capital(cells, wilaya);
    if (capital.isPresent()) {
      cells.note("commune", "imports.note.capital", label(capital.get()));
      return capital;
    }
    Optional<Commune> near = near(cells, wilaya);
    if (near.isPresent()) cells.note("commune", note, label(near.get()));
    else cells.bad("commune", reason);
    return near;
  }

  private Optional<Commune> near(Cells cells, @Nullable WilayaCode wilaya) {
    return point(cells).flatMap(point -> places.nearest(point, c -> wilaya == null || c.isOf(wilaya)).filter(c -> c.at().kilometresTo(point) <= NEAR_ENOUGH_KM));
  }

  /** Sources that know no position give that of the wilaya: then its chief commune is meant, not the one whose centre happens to be nearest. */
  private Optional<Commune> capital(Cells cells, WilayaCode code) {
    Wilaya wilaya = places.wilaya(code).orElseThrow();
    boolean rough = point(cells).filter(point -> wilaya.at().kilometresTo(point) < SAME_POINT_KM).isPresent();
    return rough ? places.communesNamed(wilaya.name().ar()).stream().filter(c -> c.isOf(code)).findFirst() : Optional.empty();
  }

  /** «عين البيضاء أم البواقي» is عين البيضاء, in the wilaya of that name. */
  private String withoutWilaya(String name, WilayaCode wilaya) {
    String tight = Folding.tight(name);
    String own = Folding.tight(places.name(wilaya, Language.AR));
    return tight.length() > own.length() + 2 && tight.endsWith(own) ? tight.substring(0, tight.length() - own.length()) : name;
  }

  private String label(Commune commune) {
    return commune.code() + " " + commune.name().ar();
  }
}
