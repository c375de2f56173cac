package dz.linatatawwa.nodes;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One running process of the platform.
 *  @param host   name and port, for people
 *  @param seenAt when it last said that it is there, by the database's clock
 *  @param marks  of what all nodes share, by name: equal where it is the same ({@link SharedThing}) */
public record Node(UUID id, String host, Instant startedAt, Instant seenAt, Map<String, String> marks) {}
