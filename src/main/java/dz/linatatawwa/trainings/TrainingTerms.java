package dz.linatatawwa.trainings;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import org.jspecify.annotations.Nullable;

/** What a training says of itself, read and clean; see {@link Training}. */
record TrainingTerms(LocalName name, LocalName about, String field, int minutes, @Nullable Integer validMonths, Rule rule) {}
