package dz.linatatawwa;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Controller;

/** Page classes are made after the platform is ready, or by the first who asks for one: of what a start takes, they are some hundred objects that nobody needs yet.
 *  Their addresses are known at once, by their types. Tests make them at the start, so that what is missing is missed there. */
final class PagesLater implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.addBeanFactoryPostProcessor(PagesLater::wait);
  }

  private static void wait(ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanDefinitionNames()) {
      BeanDefinition bean = beans.getBeanDefinition(name);
      String type = bean.getBeanClassName();
      if (type != null && type.startsWith("dz.linatatawwa.") && beans.findAnnotationOnBean(name, Controller.class, false) != null) bean.setLazyInit(true);
    }
  }

  /** Makes them all now. */
  static void make(ConfigurableApplicationContext context) {
    context.getBeansWithAnnotation(Controller.class);
  }
}
