package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaKind;
import dz.linatatawwa.ideas.IdeaPlaces;
import dz.linatatawwa.ideas.Proposal;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed of an idea, as it was typed: values by name of the field. */
public record IdeaForm(Map<String, String> typed) {

  /** So far from its commune's centre may a spot lie, in kilometres: the communes of the south are wide. */
  private static final double FAR = 250;

  public IdeaForm {
    typed = Map.copyOf(typed);
  }

  static IdeaForm of(Idea idea) {
    Proposal told = idea.told();
    Map<String, String> typed = new HashMap<>(Map.of("kind", told.kind().code(), "title", told.title(), "about", told.about()));
    if (told.field() != null) typed.put("field", told.field());
    if (told.wilaya() != null) typed.put("wilaya", told.wilaya().value());
    if (told.commune() != null) typed.put("commune", told.commune().value());
    if (told.spot() != null) {
      typed.put("lat", Double.toString(told.spot().lat()));
      typed.put("lon", Double.toString(told.spot().lon()));
    }
    if (told.namesAuthor()) typed.put("names", "true");
    return new IdeaForm(typed);
  }

  /** As typed; empty where nothing was. */
  public String get(String name) {
    return typed.getOrDefault(name, "");
  }

  public boolean ticked(String name) {
    return get(name).equals("true");
  }

  /** Reads it, or says what is wrong; what the kind has no use for is not read. */
  Optional<Proposal> read(IdeaChoices choices, Problems problems) {
    Optional<IdeaKind> kind = IdeaKind.of(get("kind"));
    if (kind.isEmpty()) problems.add("kind", "site.problem.choice");
    String title = title(problems);
    String about = about(kind.orElse(IdeaKind.INITIATIVE), problems);
    String field = Typed.line(get("field"));
    if (!field.isEmpty() && !choices.knowsField(field)) problems.add("field", "site.problem.choice");
    Where where = kind.isEmpty() || kind.get() == IdeaKind.IMPROVEMENT ? Where.NOWHERE : where(kind.get(), choices, problems);
    if (problems.any() || kind.isEmpty()) return Optional.empty();
    boolean fieldless = field.isEmpty() || kind.get() == IdeaKind.IMPROVEMENT;
    return Optional.of(new Proposal(kind.get(), title, about, fieldless ? null : field, where.wilaya, where.commune, where.spot, ticked("names")));
  }

  private String title(Problems problems) {
    String title = Typed.line(get("title"));
    if (title.length() < 5) problems.add("title", title.isEmpty() ? "site.problem.required" : "ideas.problem.title");
    if (title.length() > 160) problems.add("title", "site.problem.tooLong", 160);
    if (Typed.deceives(get("title"))) problems.add("title", "site.problem.characters");
    return title;
  }

  private String about(IdeaKind kind, Problems problems) {
    String about = Typed.text(get("about"));
    if (kind != IdeaKind.NEED && about.length() < 20) problems.add("about", "ideas.problem.about");
    if (about.length() > 5000) problems.add("about", "site.problem.tooLong", 5000);
    if (Typed.deceives(get("about"))) problems.add("about", "site.problem.characters");
    return about;
  }

  private record Where(@Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable Point spot) {

    static final Where NOWHERE = new Where(null, null, null);
  }

  private Where where(IdeaKind kind, IdeaChoices choices, Problems problems) {
    Optional<Point> spot = kind == IdeaKind.NEED ? IdeaPlaces.of(get("lat"), get("lon")) : Optional.empty();
    boolean typedSpot = kind == IdeaKind.NEED && !get("lat").isBlank();
    if (typedSpot && spot.isEmpty()) problems.add("commune", "ideas.problem.spot");
    WilayaCode wilaya = get("wilaya").isBlank() ? null : choices.wilaya(Typed.line(get("wilaya"))).orElse(null);
    Optional<Commune> commune = commune(wilaya, spot.orElse(null), choices, problems);
    if (kind == IdeaKind.NEED && commune.isEmpty()) problems.add(wilaya == null ? "wilaya" : "commune", "ideas.problem.place");
    if (commune.isPresent() && spot.isPresent() && commune.get().at().kilometresTo(spot.get()) > FAR) problems.add("commune", "ideas.problem.far");
    return new Where(commune.map(Commune::wilaya).orElse(wilaya), commune.map(Commune::code).orElse(null), spot.orElse(null));
  }

  /** The one that was chosen; else, where a spot is known, the nearest. */
  private Optional<Commune> commune(@Nullable WilayaCode wilaya, @Nullable Point spot, IdeaChoices choices, Problems problems) {
    String typed = Typed.line(get("commune"));
    if (wilaya == null || typed.isEmpty()) return spot == null ? Optional.empty() : choices.nearest(spot);
    Optional<Commune> commune = choices.commune(wilaya, typed);
    if (commune.isEmpty()) problems.add("commune", "site.problem.place");
    return commune;
  }
}
