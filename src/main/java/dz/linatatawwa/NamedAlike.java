package dz.linatatawwa;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Whoever wants one of our classes is given the component of that name, instead of a search through all there are: the container takes a name that is suggested
 *  when the component fits in type and no other is preferred, and searches otherwise. Measured in docs/decisions/0066. */
final class NamedAlike extends ContextAnnotationAutowireCandidateResolver implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String OURS = "dz.linatatawwa.";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) beans.setAutowireCandidateResolver(this);
  }

  @Override
  public @Nullable String getSuggestedName(DependencyDescriptor wanted) {
    String named = super.getSuggestedName(wanted);
    Class<?> type = wanted.getDependencyType();
    if (named != null || type.isInterface() || !type.getName().startsWith(OURS)) return named;
    return StringUtils.uncapitalizeAsProperty(ClassUtils.getShortName(type));
  }
}
