package dz.linatatawwa.files;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where uploads are kept: {@code linatatawwa.files}.
 *  @param store {@code folder} or {@code s3} */
@ConfigurationProperties("linatatawwa.files")
record StoreRules(@DefaultValue("folder") String store, @Nullable S3 s3) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([a-zA-Z0-9_-]+/)*");

  /** A bucket of any store that speaks S3, addressed by path.
   *  @param endpoint without a path: {@code https://s3.example.dz}
   *  @param prefix   begins the key of every file; ends with a slash, or is empty
   *  @param within   so long may one answer take as a whole; a second try follows at once */
  record S3(URI endpoint, String bucket, @DefaultValue("us-east-1") String region, String key, String secret, @DefaultValue("files/") String prefix,
      @DefaultValue("8s") Duration within) {

    S3 {
      boolean plain = endpoint.getHost() != null && (endpoint.getPath() == null || endpoint.getPath().isEmpty() || endpoint.getPath().equals("/"));
      if (!plain || !endpoint.getScheme().matches("https?")) throw new IllegalArgumentException("linatatawwa.files.s3.endpoint must look like https://s3.example.dz");
      if (!BUCKET.matcher(bucket).matches()) throw new IllegalArgumentException("linatatawwa.files.s3.bucket is no name of a bucket: " + bucket);
      if (!PREFIX.matcher(prefix).matches()) throw new IllegalArgumentException("linatatawwa.files.s3.prefix must be letters and digits and end with a slash: " + prefix);
      if (key.isBlank() || secret.isBlank()) throw new IllegalArgumentException("linatatawwa.files.s3.key and .secret are needed");
    }

    @Override
    public String toString() {
      return endpoint + "/" + bucket + "/" + prefix;
    }
  }

  StoreRules {
    if (!store.equals("folder") && !store.equals("s3")) throw new IllegalArgumentException("linatatawwa.files.store is folder or s3, not " + store);
    if (store.equals("s3") && s3 == null) throw new IllegalArgumentException("linatatawwa.files.store=s3 needs linatatawwa.files.s3.endpoint, .bucket, .key and .secret");
  }
}
