import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { propertiesOf, requiredOf, schemaOf } from '../../src/web/api/description.ts';
import { webOperations } from '../../src/web/site/site.ts';
import { firstId, openApiSite, type ApiSite } from '../support/api-site.ts';

let opened: ApiSite;
beforeAll(async () => {
  opened = await openApiSite();
});
afterAll(async () => opened.db[Symbol.asyncDispose]());

describe('bad input to the API', () => {
  const json = 'application/json';
  it.each([
    { name: 'half of JSON', body: '{"a":', type: json, status: 400, code: 'json_malformed' },
    { name: 'no object', body: '[]', type: json, status: 400, code: 'json_malformed' },
    {
      name: 'a form',
      body: 'text=%23bal',
      type: 'application/x-www-form-urlencoded',
      status: 415,
      code: 'not_json',
    },
    {
      name: 'too much',
      body: `{"text":"${'x'.repeat(70_000)}"}`,
      type: json,
      status: 413,
      code: 'too_large',
    },
    {
      name: 'another method',
      method: 'PUT',
      body: '{}',
      type: json,
      status: 405,
      code: 'method_unknown',
    },
  ])('$name: $code', async ({ method = 'POST', body, type, status, code }) => {
    const response = await opened.site.request('https://bank.example/api/v1/messages/try', {
      method,
      body,
      headers: {
        'content-type': type,
        'content-length': String(body.length),
        'sec-fetch-site': 'same-origin',
      },
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('any bytes in any field get an answer without a failure', async () => {
    const { api } = await opened.activated(4);
    const odd = ['\u0000', '\ud800', '%', '9'.repeat(40), '\u202e7'];
    const { addresses } = await api.do('listAddresses');
    const month = opened.service.clock.now().toString().slice(0, 7);
    const plausible: Readonly<Record<string, unknown>> = {
      id: firstId(addresses),
      suffix: '7',
      month,
      as: 'csv',
      from: '7',
      to: '0',
      amount: '1',
      nonce: '00000000-0000-4000-8000-000000000002',
      agreedTo: ['regulation_e', 'esign', 'sms_terms'],
      mayMoveMoney: false,
      perTransfer: '',
      perDay: '',
      handle: 'apimember',
      number: '(314) 555-0178',
      nickname: 'Boat',
      chosen: '',
      word: '12345678',
      text: '#bal',
    };
    const failed: string[] = [];
    for (const operation of webOperations) {
      if (operation.tag === 'Access') continue;
      const schema = schemaOf(operation.input, 'input');
      const usual = Object.fromEntries(
        requiredOf(schema).map((name) => [name, plausible[name]] as const),
      );
      const names = Object.keys(propertiesOf(schema));
      for (const [name, value] of names.flatMap((one) =>
        odd.map((other) => [one, other] as const),
      )) {
        const { status, body } = await api.call(operation.id, { ...usual, [name]: value });
        if (status >= 500 && body['code'] !== 'unavailable')
          failed.push(`${operation.id} ${name} ${JSON.stringify(value)}`);
        if (operation.method !== 'GET') opened.service.clock.advance({ seconds: 1 });
      }
    }
    expect(failed).toEqual([]);
  });

  it('an unknown path is a problem too', async () => {
    const response = await opened.site.request('https://bank.example/api/v1/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
