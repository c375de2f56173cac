package dz.linatatawwa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What the container asks of our own classes is answered by the loaded classes, which it needs a moment later anyway, instead of reading and taking apart their files;
 *  another processor loads them ahead, from the list of components that the build writes down. Measured in docs/decisions/0066. */
final class LoadedClasses implements ApplicationContextInitializer<ConfigurableApplicationContext>, MetadataReaderFactory {

  private static final String OURS = "dz.linatatawwa.";
  private static final String LIST = "META-INF/spring.components";
  /** There are lines of packages too. */
  private static final String COMPONENT = Component.class.getName();

  private final Map<String, MetadataReader> known = new ConcurrentHashMap<>();
  /** Reads the files of classes that are not ours: many of them cannot be loaded, for what they need is not there. Of the two readers that the framework has, this one lies in the JVM's archive,
   *  the other one not, as all classes that a library keeps for newer releases. */
  private MetadataReaderFactory others = new SimpleMetadataReaderFactory();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    others = new SimpleMetadataReaderFactory(context);
    Map<Resource, MetadataReader> found = context instanceof DefaultResourceLoader loader ? loader.getResourceCache(MetadataReader.class) : new ConcurrentHashMap<>();
    Thread.ofPlatform().daemon().name("classes-ahead").start(() -> lookAhead(found, context.getClassLoader()));
    // while definitions are being registered, for afterwards the reader has already read
    BeanDefinitionRegistryPostProcessor before = this::answer;
    context.addBeanFactoryPostProcessor(before);
  }

  private void answer(BeanDefinitionRegistry beans) {
    BeanDefinition reader = beans.getBeanDefinition(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME);
    reader.getPropertyValues().add("metadataReaderFactory", this);
  }

  /** Only makes sooner what is made anyway: what goes wrong here goes wrong there, and is told there.
   *  @param found where whoever looks for components looks first, by the files of their classes */
  private void lookAhead(Map<Resource, MetadataReader> found, @Nullable ClassLoader from) {
    try {
      for (String name : listed()) {
        MetadataReader reader = getMetadataReader(name);
        reader.getAnnotationMetadata().isAnnotated(COMPONENT);
        found.put(new ClassPathResource(ClassUtils.convertClassNameToResourcePath(name) + ClassUtils.CLASS_FILE_SUFFIX, from), reader);
      }
    } catch (IOException | RuntimeException later) {
      // told by whoever asks in earnest
    }
  }

  private static List<String> listed() throws IOException {
    try (InputStream list = LoadedClasses.class.getClassLoader().getResourceAsStream(LIST)) {
      if (list == null) return List.of();
      return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines().filter(line -> line.startsWith(OURS) && line.contains(COMPONENT)).map(line -> line.substring(0, line.indexOf('='))).toList();
    }
  }

  @Override
  public MetadataReader getMetadataReader(String name) throws IOException {
    MetadataReader before = known.get(name);
    if (before != null) return before;
    return name.startsWith(OURS) ? look(name) : read(name);
  }

  private MetadataReader read(String name) throws IOException {
    MetadataReader read = others.getMetadataReader(name);
    known.put(name, read);
    return read;
  }

  private MetadataReader look(String name) throws IOException {
    try {
      Loaded loaded = new Loaded(ClassUtils.forName(name, null));
      // of a configuration the order counts in which its methods stand in the file
      if (loaded.words.isAnnotated(Configuration.class.getName())) return read(name);
      MetadataReader first = known.putIfAbsent(name, loaded);
      return first == null ? loaded : first;
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IOException("no class " + name, e);
    }
  }

  @Override
  public ResourceLoader getResourceLoader() {
    return others.getResourceLoader();
  }

  @Override
  public MetadataReader getMetadataReader(Resource file) throws IOException {
    return others.getMetadataReader(file);
  }

  private static final class Loaded implements MetadataReader {
    private final Class<?> type;
    private final AnnotationMetadata words;

    Loaded(Class<?> type) {
      this.type = type;
      words = AnnotationMetadata.introspect(type);
    }

    @Override
    public Resource getResource() {
      return new ClassPathResource(ClassUtils.convertClassNameToResourcePath(type.getName()) + ClassUtils.CLASS_FILE_SUFFIX, type.getClassLoader());
    }

    @Override
    public ClassMetadata getClassMetadata() {
      return words;
    }

    @Override
    public AnnotationMetadata getAnnotationMetadata() {
      return words;
    }
  }
}
