import { describe, expect, it } from 'vitest';
import { packs } from '../../languages/index.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { pushAbouts } from '../../kernel/vocabulary/push-about.ts';
import { pushPayload } from '../../push/payload.ts';
import { readPush } from './worker/push.ts';

const given = { title: 'MyVantage', body: 'You have a new message', shell: '/app' };

describe('a push', () => {
  it.each(languages.flatMap((language) => pushAbouts.map((about) => ({ language, about }))))(
    'as we send it is read: $about, $language',
    ({ language, about }) => {
      const payload = pushPayload({
        about,
        language,
        publicUrl: 'https://bank.example',
        waiting: 2,
      });
      expect(readPush(Buffer.from(payload).toString('utf8'), given)).toEqual({
        title: packs[language].site.devices[`push_${about}`],
        body: '',
        navigate: about === 'message' ? '/app' : '/app/approvals',
        tag: about,
        badge: 2,
      });
    },
  );

  it.each([undefined, '', 'no JSON', '[]', '{}', '{"notification":7}'])(
    'that can’t be read says that there is a message: %s',
    (text) => {
      expect(readPush(text, given)).toEqual({
        title: 'MyVantage',
        body: 'You have a new message',
        navigate: '/app',
        tag: 'message',
      });
    },
  );

  it.each([
    ['https://evil.example/app/approvals?x=1', '/app/approvals?x=1'],
    ['https://bank.example/accounts', '/app'],
    ['/application', '/app'],
    ['javascript:alert(1)', '/app'],
    ['//evil.example', '/app'],
  ])('leads nowhere but into the app: %s', (navigate, expected) => {
    const text = JSON.stringify({ notification: { title: 'x', navigate } });
    expect(readPush(text, given).navigate).toBe(expected);
  });

  it.each([-1, 1.5, 'many', null])('puts no wrong number on the icon: %s', (count) => {
    const text = JSON.stringify({ app_badge: count, notification: { title: 'x' } });
    expect(readPush(text, given)).not.toHaveProperty('badge', count);
  });
});
