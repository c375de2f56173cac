package dz.linatatawwa.database;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which PostgreSQL the platform stands on: an outside one where {@code linatatawwa.database} names it, else its own under the data folder. */
@Configuration(proxyBeanMethods = false)
class Databases {

  private static final String OWN = "'${linatatawwa.database:}'.isEmpty()";

  /** @param command whether this process only runs a command: then a running platform is not in its way */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnExpression(OWN)
  Postgres postgres(@Value("${linatatawwa.data:data}") Path data, @Value("${linatatawwa.command:false}") boolean command,
      @Value("${linatatawwa.wal-archive:}") String archive, ObjectProvider<EarlyDatabase> early) {
    EarlyDatabase coming = early.getIfAvailable();
    if (coming != null) return coming.take();
    Postgres.archiveTo(data, archive);
    return command ? Postgres.ownOrVisit(data) : Postgres.own(data, Map.of());
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnExpression(OWN)
  Pool own(Postgres postgres, @Value("${linatatawwa.connections:16}") int connections, @Value("${linatatawwa.database-patience:0s}") Duration patience) {
    Pool pool = new Pool(postgres.lesserSource("postgres"), connections, patience);
    postgres.onRestart(() -> pool.getHikariPoolMXBean().softEvictConnections());
    return pool;
  }

  /** Tables are made and changed by their owner, and by nobody else. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  @ConditionalOnBean(Postgres.class)
  DataSource owner(Postgres postgres) {
    return postgres.source("postgres");
  }

  @Bean
  @ConditionalOnBean(Postgres.class)
  LesserRole rights() {
    return new LesserRole(LesserRole.NAME);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnProperty("linatatawwa.database")
  @ConditionalOnExpression("!" + OWN)
  Pool outside(@Value("${linatatawwa.database}") String url, @Value("${linatatawwa.database-replicas:}") String replicas, @Value("${linatatawwa.connections:16}") int connections,
      @Value("${linatatawwa.database-patience:0s}") Duration patience) {
    Pool pool = new Pool(source(checked("linatatawwa.database", url)), connections, patience);
    pool.setMinimumIdle(connections); // a node that was just started has no time to open them one after the other
    if (!replicas.isEmpty()) pool.readAlsoFrom(source(checked("linatatawwa.database-replicas", replicas)), Followers.OLDEST);
    return pool;
  }

  private static String checked(String setting, String url) {
    if (!url.startsWith("jdbc:postgresql:")) throw new DatabaseTrouble(setting + " must look like jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD");
    return url;
  }

  /** The one figure that says at once why nothing else goes. */
  @Bean
  MeterBinder whetherItIsAway(ObjectProvider<Pool> pool) {
    return figures -> pool.ifAvailable(one -> Gauge.builder("linatatawwa.database.away", () -> one.away() ? 1 : 0).description("1 while the database cannot be reached").register(figures));
  }

  @Bean
  MeterBinder howOftenAFollowerIsRead(ObjectProvider<Pool> pool) {
    return figures -> pool.ifAvailable(one -> FunctionCounter.builder("linatatawwa.database.replica.reads", one, Pool::readFromFollowers).description("connections for pages that were read from a replica").register(figures));
  }

  private static DataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setConnectTimeout(2);
    source.setLoginTimeout(5);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    source.setLogServerErrorDetail(false);
    source.setURL(url);
    return source;
  }

  /** New connections on which a node hears the others: one for each process, beside the pool. It is no database by itself, so that nobody asks it whether that is well. */
  @Bean
  @Qualifier("hearing")
  @ConditionalOnBean(Postgres.class)
  Supplier<DataSource> hearing(Postgres postgres) {
    return () -> postgres.lesserSource("postgres");
  }

  /** @param url past a pooler such as PgBouncer, which would give the connection to others after each transaction */
  @Bean
  @Qualifier("hearing")
  @ConditionalOnExpression("!" + OWN)
  Supplier<DataSource> hearingOutside(@Value("${linatatawwa.nodes.listen:${linatatawwa.database}}") String url) {
    Properties patient = new Properties();
    patient.setProperty("connectTimeout", "2");
    patient.setProperty("loginTimeout", "3");
    return () -> new DriverManagerDataSource(url, patient);
  }

  /** The owner of an outside database: where it is named, pages run in the role of {@code linatatawwa.database} and only add to what only grows. */
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  @ConditionalOnProperty("linatatawwa.database-owner")
  @ConditionalOnExpression("!" + OWN)
  DataSource outsideOwner(@Value("${linatatawwa.database-owner}") String url) {
    return new DriverManagerDataSource(url);
  }

  @Bean
  @ConditionalOnProperty("linatatawwa.database-owner")
  @ConditionalOnExpression("!" + OWN)
  LesserRole outsideRights(@Value("${linatatawwa.database}") String url) throws SQLException {
    try (Connection connection = new DriverManagerDataSource(url).getConnection()) {
      return new LesserRole(connection.getMetaData().getUserName());
    }
  }
}
