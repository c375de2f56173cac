package dz.linatatawwa.sheets;

import dz.linatatawwa.files.FileId;
import java.time.Instant;

/** A picture of a filled sheet. */
public record Photo(long id, FileId file, long addedBy, Instant addedAt) {}
