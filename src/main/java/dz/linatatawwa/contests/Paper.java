package dz.linatatawwa.contests;

import dz.linatatawwa.files.FileId;
import java.time.Instant;

/** A file that one side handed in. */
public record Paper(Side side, FileId file, Instant at) {}
