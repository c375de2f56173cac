package dz.linatatawwa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** What makes a start shorter changes nothing of what is started. */
class StartTests {

  static class Lamp {}

  static class Street {}

  record Square(Lamp lamp) {}

  record Town(Street street) {}

  @Configuration(proxyBeanMethods = false)
  static class Laid {

    @Bean
    Street main() {
      return new Street();
    }

    @Bean
    Lamp atTheCorner() {
      return new Lamp();
    }
  }

  private static GenericApplicationContext with(GenericApplicationContext context) {
    new NamedAlike().initialize(context);
    context.registerBean("square", Square.class);
    return context;
  }

  private static Lamp lampOf(GenericApplicationContext context) {
    context.refresh();
    return context.getBean(Square.class).lamp();
  }

  @Test
  void whoWantsAClassGetsTheComponentOfThatName() {
    try (GenericApplicationContext context = with(new AnnotationConfigApplicationContext())) {
      context.registerBean("startTests.Lamp", Lamp.class);
      assertThat(lampOf(context)).isSameAs(context.getBean("startTests.Lamp"));
    }
  }

  @Test
  void whoeverIsPreferredIsPreferredStill() {
    try (GenericApplicationContext context = with(new AnnotationConfigApplicationContext())) {
      context.registerBean("startTests.Lamp", Lamp.class);
      context.registerBean("brighter", Lamp.class, bean -> bean.setPrimary(true));
      assertThat(lampOf(context)).isSameAs(context.getBean("brighter"));
    }
  }

  @Test
  void oneOfAnotherNameIsFoundAsEverAndAChoiceOfTwoIsRefusedAsEver() {
    try (GenericApplicationContext one = with(new AnnotationConfigApplicationContext())) {
      one.registerBean("lantern", Lamp.class);
      assertThat(lampOf(one)).isSameAs(one.getBean("lantern"));
    }
    try (GenericApplicationContext two = with(new AnnotationConfigApplicationContext())) {
      two.registerBean("lantern", Lamp.class);
      two.registerBean("torch", Lamp.class);
      assertThatThrownBy(() -> lampOf(two)).hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }
  }

  @Test
  void aConfigurationIsReadFromItsFileForTheOrderOfItsMethodsCounts() throws Exception {
    LoadedClasses classes = new LoadedClasses();
    assertThat(classes.getMetadataReader(Laid.class.getName()).getAnnotationMetadata().getAnnotatedMethods(Bean.class.getName())).extracting(method -> method.getMethodName())
        .containsExactly("main", "atTheCorner");
    assertThat(classes.getMetadataReader(Laid.class.getName()).getClass().getName()).doesNotContain("LoadedClasses");
    assertThat(classes.getMetadataReader(Town.class.getName()).getClass().getName()).contains("LoadedClasses");
  }
}
