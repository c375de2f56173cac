package dz.linatatawwa.carriers;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The ways to send text messages: the settings under {@code linatatawwa.sms}. Either a gateway that takes HTTP, or an SMPP account with an operator.
 *  @param url           of the gateway; {@code {to}}, {@code {text}} and {@code {id}} in it are filled in
 *  @param method        POST or GET
 *  @param contentType   of the body; a form's makes what is filled in a form's too
 *  @param body          what is sent: {@code {to}} is +213…, {@code {id}} is the same when a message is sent again
 *  @param authorization the whole value of that header
 *  @param accepted      a regular expression; an answer without it was a refusal, whatever its status
 *  @param smpp          the account with an operator */
@ConfigurationProperties("linatatawwa.sms")
record SmsRules(@DefaultValue("") String url, @DefaultValue("POST") String method, @DefaultValue("application/json; charset=utf-8") String contentType,
    @DefaultValue(SmsRules.USUAL_BODY) String body, @DefaultValue("") String authorization, @DefaultValue("") String accepted, @Nullable Smpp smpp) {

  static final String USUAL_BODY = "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{id}\"}";

  /** @param source what phones show as the sender: a name of up to 11 Latin letters, or a number
   *  @param tls    whether the line is encrypted */
  record Smpp(@DefaultValue("") String host, @DefaultValue("2775") int port, @DefaultValue("") String systemId, @DefaultValue("") String password,
      @DefaultValue("") String systemType, @DefaultValue("Linatatawwa") String source, @DefaultValue("false") boolean tls) {

    @Override
    public String toString() {
      return "Smpp[" + host + ":" + port + "]";
    }
  }

  static SmsRules gateway(String url, String authorization) {
    return new SmsRules(url, "POST", "application/json; charset=utf-8", USUAL_BODY, authorization, "", null);
  }

  @Override
  public String toString() {
    return "SmsRules[…]";
  }
}
