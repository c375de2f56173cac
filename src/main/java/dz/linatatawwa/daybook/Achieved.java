package dz.linatatawwa.daybook;

/** A sum of what closed days achieved. */
public record Achieved(Unit unit, long quantity) {}
