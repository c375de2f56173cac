package dz.linatatawwa.supervision.web;

/** One matter of a decision on many, before or after.
 *  @param kind  of the matter, before
 *  @param state before: why it is left out, or empty; after: its answer in words
 *  @param mark  the kind of the pill: done, waiting, error, quiet
 *  @param more  before: that it was not opened, or empty; after: why it could not be taken back, or empty */
public record BulkRow(long id, String summary, String kind, String state, String mark, String more) {}
