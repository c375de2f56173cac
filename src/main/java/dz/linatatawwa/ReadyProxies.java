package dz.linatatawwa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.cglib.core.ReflectUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.SpringProperties;

/** Components whose deeds are transactions stand behind classes that the container writes while it starts, a tenth of a start. The build has one start write them down (the property
 *  {@code linatatawwa.proxies} names the folder), packs them with the program, and the starts after it load them. A class that is not there is written as ever.
 *  Measured in docs/decisions/0066. */
final class ReadyProxies implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String FOLDER = "linatatawwa.proxies";
  /** In the packed program if, and only if, classes were written down for it. */
  private static final String MARK = "META-INF/ready-proxies";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String folder = context.getEnvironment().getProperty(FOLDER);
    if (folder != null) {
      ReflectUtils.setGeneratedClassHandler((name, bytes) -> write(Path.of(folder), name, bytes));
    } else if (ReadyProxies.class.getClassLoader().getResource(MARK) != null) {
      // as a component, so that it comes after those who order the database's migrations before what needs them: they rest while this holds
      BeanFactoryPostProcessor load = beans -> SpringProperties.setFlag(AotDetector.AOT_ENABLED);
      context.getBeanFactory().registerSingleton("readyProxies", load);
      context.addApplicationListener((ContextRefreshedEvent done) -> SpringProperties.setProperty(AotDetector.AOT_ENABLED, null));
    }
  }

  private static void write(Path folder, String name, byte[] bytes) {
    if (!name.startsWith("dz.linatatawwa.") || name.contains("FastClass")) return;
    try {
      Path file = folder.resolve(name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      Files.createDirectories(folder.resolve(MARK).getParent());
      Files.writeString(folder.resolve(MARK), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
