package dz.linatatawwa.trainings;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the catalogue.
 *  @param sessions  coming ones that the search lets through
 *  @param nextStart of the first of them; null: none is planned
 *  @param wilaya    code, of the first of them; null at a distance
 *  @param places    of all of them
 *  @param left      places left in all of them */
public record TrainingCard(TrainingId id, LocalName name, LocalName hostName, String field, int minutes, @Nullable Integer validMonths, int sessions,
    @Nullable Instant nextStart, @Nullable Instant nextEnd, @Nullable String wilaya, int places, int left) {}
