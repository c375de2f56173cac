package dz.linatatawwa.files;

import dz.linatatawwa.nodes.SharedThing;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shelf that is used, and the other one, to which files may be moved. */
@Configuration
@EnableConfigurationProperties(StoreRules.class)
class Shelves {

  private final StoreRules rules;
  private final FolderShelf folder;

  Shelves(StoreRules rules, @Value("${linatatawwa.data:data}") Path data) {
    this.rules = rules;
    this.folder = new FolderShelf(data);
  }

  @Bean
  Shelf shelf() {
    return named(rules.store()).orElseThrow();
  }

  /** Nothing for a name that is none, or that no settings describe. */
  Optional<Shelf> named(String name) {
    StoreRules.S3 s3 = rules.s3();
    return switch (name) {
      case "folder" -> Optional.of(folder);
      case "s3" -> s3 == null ? Optional.empty() : Optional.of(new BucketShelf(new Bucket(s3)));
      default -> Optional.empty();
    };
  }

  /** Nodes that keep uploads in different places would not find each other's. */
  @Bean
  SharedThing sharedShelf(Shelf shelf) {
    return new SharedThing() {
      @Override
      public String name() {
        return "files";
      }

      @Override
      public Optional<String> mark() {
        return shelf.mark();
      }
    };
  }
}
