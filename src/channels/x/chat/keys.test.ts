import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../kernel/random.ts';
import { recoverByPin } from './juicebox.ts';
import { readRecovery, writeRecovery } from './recovery-file.ts';

const keys = Uint8Array.from({ length: 64 }, (_one, index) => index);
const passphrase = 'correct horse battery staple';
const userId = '1111111111';

describe('a recovery file', () => {
  const text = writeRecovery({ userId, keys, passphrase, random: seededRandom('recovery') });

  it('gives the keys back under its passphrase, and shows none of them', () => {
    expect(readRecovery(text, { userId, passphrase })).toEqual(Buffer.from(keys));
    expect(text).not.toContain(Buffer.from(keys).toString('base64').slice(0, 20));
    expect(text).not.toContain(passphrase);
  });

  it.each([
    ['another passphrase', text, { userId, passphrase: 'correct horse battery stapler' }],
    ['another account', text, { userId: '2222222222', passphrase }],
    ['no file of ours', '{}', { userId, passphrase }],
    ['a changed byte', text.replace(/"sealed": "./, '"sealed": "A'), { userId, passphrase }],
  ])('is refused for %s', (_why, given, by) => {
    const changed = given === text && by.userId === userId && by.passphrase === passphrase;
    expect(changed).toBe(false);
    expect(() => readRecovery(given, by)).toThrow(/recovery file/);
  });
});

describe('recovery by PIN', () => {
  const config = {
    key_store_token_map_json: '{"realms":[]}',
    token_map: [{ key: 'ab', value: { token: 'realm token' } }],
  };
  const realms = (answer: (pin: string) => Uint8Array) => async () => ({
    Configuration: Object,
    Client: class {
      async recover(pin: Uint8Array): Promise<Uint8Array> {
        const ask: unknown = Reflect.get(globalThis, 'JuiceboxGetAuthToken');
        const token: unknown =
          typeof ask === 'function' ? await ask(Uint8Array.from([0xab])) : undefined;
        if (token !== 'realm token') throw new Error('no token');
        return answer(Buffer.from(pin).toString());
      }
    },
  });

  it('hands the realms their tokens, and returns what they give', async () => {
    const load = realms((pin) => (pin === '2580' ? keys : new Uint8Array()));
    expect(await recoverByPin({ config, pin: '2580', load })).toEqual(keys);
    expect(Reflect.get(globalThis, 'JuiceboxGetAuthToken')).toBeUndefined();
  });

  it('says that a PIN was refused, without it', async () => {
    const load = realms((pin) => {
      throw new Error(`wrong ${pin}`);
    });
    await expect(recoverByPin({ config, pin: '2580', load })).rejects.toThrow(
      /did not give the keys for this PIN/,
    );
  });

  it.each([
    ['X keeps none', undefined, /keeps no keys/],
    ['the package is missing', config, /juicebox-sdk is not installed/],
  ])('says when %s', async (_why, given, sentence) => {
    await expect(recoverByPin({ config: given, pin: '2580' })).rejects.toThrow(sentence);
  });
});
