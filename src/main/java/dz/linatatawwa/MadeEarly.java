package dz.linatatawwa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** What needs nothing but files is made by another processor while the container still reads what there is to make: all words of all languages, all styles and scripts. */
final class MadeEarly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** By the name of the component; each has a constructor without arguments. */
  static final Map<String, String> TYPES = Map.of("dictionary", "dz.linatatawwa.language.Dictionary", "assets", "dz.linatatawwa.site.Assets");

  private final Map<String, FutureTask<Object>> coming = new LinkedHashMap<>();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TYPES.forEach((name, type) -> coming.put(name, new FutureTask<>(() -> BeanUtils.instantiateClass(ClassUtils.forName(type, null)))));
    Thread.ofPlatform().daemon().name("made-early").start(() -> coming.values().forEach(FutureTask::run));
    context.addBeanFactoryPostProcessor(this::give);
  }

  private void give(ConfigurableListableBeanFactory beans) {
    coming.forEach((name, made) -> ((AbstractBeanDefinition) beans.getBeanDefinition(name)).setInstanceSupplier(() -> arrived(name, made)));
    // Spring Boot would look through every class for mix-ins of JSON, a third of a second; we have none.
    if (beans.getBeanDefinition("jacksonMixinModuleEntries") instanceof AbstractBeanDefinition mixins) {
      mixins.setInstanceSupplier(() -> JacksonMixinModuleEntries.create(none -> { }));
    }
  }

  private static Object arrived(String name, FutureTask<Object> made) {
    try {
      return made.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BeanCreationException(name, "the start was broken off", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new BeanCreationException(name, "could not be made", e.getCause());
    }
  }
}
