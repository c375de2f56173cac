package dz.linatatawwa.site;

/** Something that public pages show has changed: those kept in memory are made anew. */
public record PublicPagesChanged() {}
