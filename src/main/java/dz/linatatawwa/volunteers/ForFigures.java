package dz.linatatawwa.volunteers;

import java.util.Optional;

/** What somebody tells for the country's figures only: nobody else sees it, nothing depends on it, and it goes with the account. */
public record ForFigures(Optional<Sex> sex, Optional<Education> education) {}
