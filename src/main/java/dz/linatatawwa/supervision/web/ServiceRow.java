package dz.linatatawwa.supervision.web;

/** How long matters of one kind take, in words; what is not known is a dash. */
public record ServiceRow(String kind, String name, int waiting, int overdue, int decided, String promised, String median, String slowest, String inTime) {}
