package dz.linatatawwa.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.turnout.Excluded;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.turnout.OperationFigures;
import dz.linatatawwa.turnout.Operations;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.worth.Worth;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WorldTest
class EveryScopeTests {

  private static final List<Scope> SCOPES = List.of(Scope.NATION, new Scope.OfWilaya(new WilayaCode("19"), Division.W69), new Scope.OfWilaya(new WilayaCode("16"), Division.W58),
      new Scope.OfWilaya(new WilayaCode("01"), Division.W48), new Scope.OfCommune(new CommuneCode("1901")), new Scope.OfOrganization(new OrganizationId(1)),
      new Scope.OfCampaign(new CampaignId(1)), new Scope.OfPeople("nobody", Set.of(1L)));

  @Autowired Operations operations;
  @Autowired Excluded excluded;
  @Autowired Impact impact;
  @Autowired Figures figures;
  @Autowired Worth worth;

  @Test
  void everyFigureHasAnAnswerForEveryScopeEvenOfNothing() {
    Period year = Period.year(2026);
    for (Scope scope : SCOPES) {
      OperationFigures found = operations.of(scope, year);
      assertThat(found.noShowRate()).as(scope.toString()).isEmpty();
      assertThat(found.answer().median()).isEmpty();
      assertThat(excluded.of(scope, year).total()).isZero();
      assertThat(impact.of(scope, Period.everTo(LocalDate.of(2026, 11, 30))).lines()).isEmpty();
      Answer answer = figures.answer(new Question(scope, year, Filter.NONE), Worth.NEEDS);
      assertThat(worth.of(answer).lowerBound()).isEqualByComparingTo("0");
    }
  }
}
