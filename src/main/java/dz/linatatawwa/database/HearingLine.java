package dz.linatatawwa.database;

import javax.sql.DataSource;

/** Where a node gets the connection on which it hears the others: past a pooler that gives a connection to another after each transaction. It is no {@link DataSource} of its own, so that
 *  nobody takes it for the database, least of all who asks whether that is well.
 *  @param source of new connections in the pages' role */
public record HearingLine(DataSource source) {}
