package dz.linatatawwa.means;

/** What an organisation says of a thing that it lends.
 *  @param label  how it is called: electric generator
 *  @param about  more of it; may be empty
 *  @param keptAt where it is kept and fetched
 *  @param forAll whether every verified organisation may ask for it, or only its own people */
public record ThingWords(ThingKind kind, String label, String about, String keptAt, boolean forAll) {}
