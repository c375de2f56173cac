package dz.linatatawwa.site;

/** Much of the database changed at once, past the doors of the rooms: whoever keeps something of it in memory forgets it. */
public record DataReplaced() {}
