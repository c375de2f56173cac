// Lints the description of the API, then calls every operation of it: what is valid by its schemas must be answered as it declares, what is not must be refused as a problem.
//   node attack.mjs BASE FILE      FILE: {"keys": [secret…], "ids": {"opportunities": […], …}, "rounds": n, "seed": n}
// Prints one JSON document: {lint, faults, sent, answers}.
import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { generateSync } from 'json-schema-faker';

const [base, file] = process.argv.slice(2);
const { keys, ids, rounds, seed } = JSON.parse(readFileSync(file, 'utf8'));
const source = await (await fetch(base + '/api/openapi.json')).text();
const document = JSON.parse(source);

const lint = (await lintFromString({ source, absoluteRef: base + '/api/openapi.json', config: await createConfig({ extends: ['recommended'], rules: { 'info-license': 'off', 'info-license-strict': 'off' } }) }))
  .map(one => `${one.severity} ${one.ruleId} ${one.location?.[0]?.pointer ?? ''}: ${one.message}`);

let state = seed;
const random = () => { state = (state * 1664525 + 1013904223) >>> 0; return state / 2 ** 32; };
const oneOf = list => list[Math.floor(random() * list.length)];

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('int32', true).addFormat('int64', true).addFormat('double', true).addFormat('float', true).addFormat('byte', true).addFormat('binary', true);
ajv.addSchema({ $id: 'api', components: document.components });
const validators = new Map();
const validator = schema => {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
  if (!validators.has(text)) validators.set(text, ajv.compile(JSON.parse(text)));
  return validators.get(text);
};

const faults = new Set();
const answers = {};
let sent = 0;
const fault = (what, call) => { if (faults.size < 60) faults.add(`${what} <- ${call}`.slice(0, 900)); };

// What the generator needs to see whole: references beside the schema.
const made = schema => generateSync({ ...schema, components: document.components }, { seed: Math.floor(random() * 1e9), alwaysFakeOptionals: random() < 0.4, maxItems: 4, maxLength: 400 });
const resolved = schema => schema?.$ref ? document.components.schemas[schema.$ref.split('/').pop()] : schema;

const pathValue = (path, name, schema) => {
  const before = path.slice(0, path.indexOf(`{${name}}`)).split('/').filter(Boolean).pop();
  return random() < 0.7 && ids[before]?.length ? oneOf(ids[before]) : made(schema);
};

async function call(path, method, operation, broken) {
  let address = path;
  const query = new URLSearchParams();
  const headers = { Accept: 'application/json', 'Accept-Language': 'en' };
  const parameters = operation.parameters ?? [];
  const spoilt = broken ? spoil(operation) : null;
  if (broken && !spoilt) return;
  for (const parameter of parameters) {
    if (spoilt?.drop === parameter.name) continue;
    const value = spoilt?.parameter === parameter.name ? spoilt.value : null;
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(pathValue(path, parameter.name, parameter.schema)));
    else if (parameter.in === 'query' && (value !== null || parameter.required || random() < 0.5)) query.append(parameter.name, value ?? made(parameter.schema));
    else if (parameter.in === 'header' && parameter.name === 'Idempotency-Key') headers[parameter.name] = `attack-${seed}-${sent}`;
    else if (parameter.in === 'header' && parameter.name === 'If-Match') headers[parameter.name] = random() < 0.7 ? '*' : '"nothing"';
    else if (parameter.in === 'header' && parameter.required) headers[parameter.name] = 'x';
  }
  const keyed = (operation.security ?? []).some(one => 'key' in one);
  if (keyed && (broken || random() < 0.97)) headers.Authorization = 'Bearer ' + oneOf(keys);
  let body;
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (schema) {
    headers['Content-Type'] = 'application/json';
    body = spoilt?.body !== undefined ? spoilt.body : JSON.stringify(made(schema));
  }
  const url = base + address + (query.size ? '?' + query : '');
  const text = `${method.toUpperCase()} ${address}${query.size ? '?' + query : ''} ${body ?? ''}`;
  sent++;
  const response = await fetch(url, { method: method.toUpperCase(), headers, body, redirect: 'manual' });
  judge(response.status, response.headers.get('content-type') ?? '', await response.text(), operation, text, spoilt);
}

function judge(status, type, text, operation, call, spoilt) {
  answers[status] = (answers[status] ?? 0) + 1;
  if (status >= 500) return fault(`broke with ${status}`, call);
  const declared = operation.responses[String(status)];
  if (!declared) return fault(`answers ${status}, which is not declared`, call);
  if (spoilt && (status < 400 || !type.startsWith('application/problem+json'))) return fault(`${spoilt.what} is answered ${status} ${type}`, call);
  if (status >= 400 && !type.startsWith('application/problem+json')) return fault(`${status} is no problem but ${type}`, call);
  const content = declared.content ?? {};
  const media = Object.keys(content).find(one => one === '*/*' || type.startsWith(one));
  if (!media) return text && fault(`${status} has ${type}, which is not declared`, call);
  if (!type.includes('json')) return;
  const valid = validator(content[media].schema ?? {});
  if (!valid(JSON.parse(text))) fault(`${status} is not as its schema says: ${ajv.errorsText(valid.errors).slice(0, 300)} in ${text.slice(0, 200)}`, call);
}

// One thing that the description does not allow.
function spoil(operation) {
  const ways = [];
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'query') for (const value of outside(parameter.schema)) ways.push({ what: `${parameter.name}=${value}`, parameter: parameter.name, value });
    if (parameter.in === 'header' && parameter.required) ways.push({ what: `no ${parameter.name}`, drop: parameter.name });
  }
  const schema = resolved(operation.requestBody?.content?.['application/json']?.schema);
  if (schema?.properties) {
    for (const body of ['', '{', '[]', '"text"', '7', '{"a":}']) ways.push({ what: `the body ${body}`, body });
    for (const [name, property] of Object.entries(schema.properties)) {
      for (const value of outside(property)) ways.push({ what: `${name} = ${JSON.stringify(value).slice(0, 60)}`, body: JSON.stringify({ ...made(schema), [name]: value }) });
      ways.push({ what: `${name} is a thing of another kind`, body: JSON.stringify({ ...made(schema), [name]: [property.type].flat().includes('array') ? { a: 1 } : [{ a: 1 }] }) });
    }
  }
  return ways.length ? oneOf(ways) : null;
}

function outside(schema) {
  const values = [];
  if (schema?.enum) values.push('elephant');
  if (schema?.pattern) values.push('!');
  if (schema?.minimum !== undefined) values.push(Number(schema.minimum) - 1);
  if (schema?.maximum !== undefined && Number(schema.maximum) < 1e9) values.push(Number(schema.maximum) + 1);
  if (schema?.maxLength !== undefined) values.push('a'.repeat(schema.maxLength + 1));
  if (schema?.format === 'date') values.push('2026-02-30');
  if (schema?.maxItems !== undefined) values.push(Array(schema.maxItems + 1).fill(schema.items?.enum?.[0] ?? 'x'));
  return values;
}

for (let round = 0; round < rounds; round++) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete']) {
      const operation = item[method];
      if (!operation) continue;
      await call(path, method, operation, false);
      if (path.startsWith('/api/v1/')) await call(path, method, operation, true);
    }
  }
}
console.log(JSON.stringify({ lint, faults: [...faults], sent, answers }));
