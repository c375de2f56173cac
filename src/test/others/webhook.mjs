// Asks the library of Standard Webhooks itself about each line of the standard input: {"secret", "headers", "body"}; and Node about the signature of the platform's own key ("openKey").
import { createInterface } from 'node:readline';
import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

function ours(openKey, headers, body) {
  const raw = Buffer.from(openKey.replace(/^whpk_/, ''), 'base64');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return headers['webhook-signature'].split(' ').filter((one) => one.startsWith('v1a,'))
    .some((one) => verify(null, signed, key, Buffer.from(one.slice(4), 'base64')));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, openKey, headers, body } = JSON.parse(line);
  try {
    const read = new Webhook(secret).verify(body, headers);
    console.log(JSON.stringify({ accepted: true, type: read.type, ours: ours(openKey, headers, body) }));
  } catch (refused) {
    console.log(JSON.stringify({ accepted: false, why: refused.message, ours: ours(openKey, headers, body) }));
  }
}
