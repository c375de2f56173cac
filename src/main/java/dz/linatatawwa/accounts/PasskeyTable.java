package dz.linatatawwa.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The SQL of passkeys, in the shape in which Spring Security's relying party asks for it. Authenticators know a person by a random handle. */
@Repository
class PasskeyTable implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

  private final JdbcClient db;

  PasskeyTable(JdbcClient db) {
    this.db = db;
  }

  List<Passkey> of(AccountId account) {
    return db.sql("select credential_id, label, made_at, used_at from accounts.passkey where account_id = :account order by made_at")
        .param("account", account.value())
        .query((row, n) -> new Passkey(Secrets.text(row.getBytes("credential_id")), row.getString("label"),
            row.getTimestamp("made_at").toInstant(), row.getTimestamp("used_at").toInstant())).list();
  }

  boolean remove(AccountId account, byte[] credential) {
    return db.sql("delete from accounts.passkey where account_id = :account and credential_id = :credential")
        .param("account", account.value()).param("credential", credential).update() == 1;
  }

  /** The person as authenticators know them; the handle is made at the first passkey. */
  PublicKeyCredentialUserEntity person(AccountId account, String name, String contact) {
    db.sql("insert into accounts.passkey_handle (handle, account_id) values (:handle, :account) on conflict (account_id) do nothing")
        .param("handle", Secrets.bytes(32)).param("account", account.value()).update();
    byte[] handle = db.sql("select handle from accounts.passkey_handle where account_id = :account").param("account", account.value())
        .query(byte[].class).single();
    return ImmutablePublicKeyCredentialUserEntity.builder().id(new Bytes(handle)).name(contact).displayName(name).build();
  }

  Optional<AccountId> account(Bytes handle) {
    return db.sql("""
        select a.id
        from accounts.passkey_handle h join accounts.account a on a.id = h.account_id
        where h.handle = :handle and a.closed_at is null
        """).param("handle", handle.getBytes()).query(Long.class).optional().map(AccountId::new);
  }

  void keepChallenge(byte[] ticketHash, String challenge, Instant until) {
    db.sql("insert into accounts.challenge (ticket_hash, options, expires_at) values (:ticket, :challenge, :until)")
        .param("ticket", ticketHash).param("challenge", challenge).param("until", Timestamp.from(until)).update();
  }

  /** Gives a challenge once. */
  Optional<String> takeChallenge(byte[] ticketHash, Instant now) {
    return db.sql("delete from accounts.challenge where ticket_hash = :ticket and expires_at > :now returning options")
        .param("ticket", ticketHash).param("now", Timestamp.from(now)).query(String.class).optional();
  }

  @Override
  public void delete(Bytes credential) {
    db.sql("delete from accounts.passkey where credential_id = :credential").param("credential", credential.getBytes()).update();
  }

  @Override
  public void save(CredentialRecord key) {
    AccountId account = account(key.getUserEntityUserId()).orElseThrow(() -> new IllegalStateException("a passkey of nobody"));
    String[] transports = key.getTransports().stream().map(AuthenticatorTransport::getValue).toArray(String[]::new);
    db.sql("""
        insert into accounts.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, transports, backup_eligible,
          backup_state, attestation, client_data, label, made_at, used_at)
        values (:id, :account, :key, :count, :verified, :transports, :eligible, :backed, :attestation, :client, :label, :made, :used)
        on conflict (credential_id) do update
        set signature_count = excluded.signature_count, uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
          used_at = excluded.used_at
        where accounts.passkey.account_id = excluded.account_id
        """)
        .param("id", key.getCredentialId().getBytes()).param("account", account.value()).param("key", key.getPublicKey().getBytes())
        .param("count", key.getSignatureCount()).param("verified", key.isUvInitialized()).param("transports", transports)
        .param("eligible", key.isBackupEligible()).param("backed", key.isBackupState())
        .param("attestation", bytes(key.getAttestationObject())).param("client", bytes(key.getAttestationClientDataJSON()))
        .param("label", key.getLabel()).param("made", Timestamp.from(key.getCreated())).param("used", Timestamp.from(key.getLastUsed())).update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
    return db.sql("select p.*, h.handle from accounts.passkey p join accounts.passkey_handle h using (account_id) where p.credential_id = :id")
        .param("id", credential.getBytes()).query(PasskeyTable::key).optional().orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return db.sql("select p.*, h.handle from accounts.passkey p join accounts.passkey_handle h using (account_id) where h.handle = :handle")
        .param("handle", handle.getBytes()).query(PasskeyTable::key).list();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return account(handle).map(account -> ImmutablePublicKeyCredentialUserEntity.builder().id(handle).name(account.toString())
        .displayName(account.toString()).build()).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return null;
  }

  @Override
  public void save(PublicKeyCredentialUserEntity person) {
    throw new UnsupportedOperationException("handles are made with the account");
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  private static CredentialRecord key(ResultSet row, int number) throws SQLException {
    Array transports = row.getArray("transports");
    return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id"))).userEntityUserId(new Bytes(row.getBytes("handle")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key"))).signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("uv_initialized"))
        .transports(Arrays.stream((String[]) transports.getArray()).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
        .backupEligible(row.getBoolean("backup_eligible")).backupState(row.getBoolean("backup_state"))
        .attestationObject(new Bytes(row.getBytes("attestation"))).attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
        .label(row.getString("label")).created(row.getTimestamp("made_at").toInstant()).lastUsed(row.getTimestamp("used_at").toInstant()).build();
  }
}
