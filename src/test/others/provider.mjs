// A provider of OpenID Connect (oidc-provider, certified) on a port of its own, with two people. What a person would click, it clicks: who signs in is said by GET /control?sub=…;
// ?redirect=… says where the platform may be come back to, ?kid=… makes it sign with a new key.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

const people = {
  amina: { email: 'amina@univ.example', email_verified: true, name: 'Amina Belkacem' },
  karim: { email: 'karim@univ.example', email_verified: false, name: 'Karim Ouali' },
};
let issuer, provider, answer;
let sub = 'amina', redirect = 'http://localhost/none', kid = 'one';

function key(name) {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: name, use: 'sig', alg: 'RS256' };
}

function build() {
  provider = new Provider(issuer, {
    clients: [{ client_id: 'linatatawwa', client_secret: 'a-secret-of-the-test-only-32-chars', redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['test'] },
    jwks: { keys: [key(kid)] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  });
  answer = provider.callback();
}

async function click(request, response) {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: sub } });
  const grant = new provider.Grant({ accountId: sub, clientId: params.client_id });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

const server = createServer((request, response) => {
  const at = new URL(request.url, issuer);
  if (at.pathname === '/control') {
    ({ sub = sub, redirect = redirect, kid = kid } = Object.fromEntries(at.searchParams));
    if (at.searchParams.has('redirect') || at.searchParams.has('kid')) build();
    response.end('done');
  } else if (at.pathname.startsWith('/interaction/')) {
    click(request, response).catch((e) => { response.statusCode = 500; response.end(String(e)); });
  } else answer(request, response);
});
server.listen(0, 'localhost', () => {
  issuer = `http://localhost:${server.address().port}`;
  build();
  console.log(`ready ${server.address().port}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
