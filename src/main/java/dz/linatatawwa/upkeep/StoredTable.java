package dz.linatatawwa.upkeep;

/** One table. @param bytes with its indexes @param rows about */
public record StoredTable(String name, long bytes, long rows) {}
