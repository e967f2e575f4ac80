import type { JuiceboxModule } from '../../src/channels/x/chat/juicebox.ts';

/** A wrong PIN leaves one try fewer; without any, a realm deletes what it keeps. */
const tries = 3;

interface Kept {
  readonly pin: string;
  readonly secret: Uint8Array;
  left: number;
}

/**
 * The realms in which X keeps private keys under a PIN, without their cryptography: each asks for its own token, counts wrong PINs and
 * deletes the keys after a few. `load` stands for the package `juicebox-sdk`; how it talks with realms is its own.
 */
export function createSimulatedRealms(names: readonly string[] = ['a1', 'b2', 'c3']) {
  const realms = new Map<string, Kept>();
  const tokenOf = (name: string) => `token of realm ${name}`;
  const loadJuicebox = async (): Promise<JuiceboxModule> => ({
    Configuration: class {
      readonly realms: readonly string[];
      constructor(json: unknown) {
        this.realms = JSON.parse(String(json)).realms.map(({ id }: { id: string }) => id);
      }
    },
    Client: class {
      readonly realms: readonly string[];
      constructor(configuration: object) {
        this.realms = Reflect.get(configuration, 'realms');
      }
      async recover(given: Uint8Array): Promise<Uint8Array> {
        const pin = Buffer.from(given).toString();
        const found: Uint8Array[] = [];
        for (const name of this.realms) {
          const ask: unknown = Reflect.get(globalThis, 'JuiceboxGetAuthToken');
          const token: unknown =
            typeof ask === 'function' ? await ask(Buffer.from(name, 'hex')) : undefined;
          if (token !== tokenOf(name)) throw new Error(`realm ${name}: not authorized`);
          const secret = open(name, pin);
          if (secret) found.push(secret);
        }
        const [secret] = found;
        if (!secret || found.length < this.realms.length) throw new Error('InvalidPin');
        return Uint8Array.from(secret);
      }
    },
  });
  const open = (name: string, pin: string): Uint8Array | undefined => {
    const kept = realms.get(name);
    if (!kept) return undefined;
    if (kept.pin === pin) {
      kept.left = tries;
      return kept.secret;
    }
    kept.left -= 1;
    if (kept.left === 0) realms.delete(name);
    return undefined;
  };
  return {
    loadJuicebox,
    /** A phone sets its PIN: the realms keep its private keys. */
    keep: (pin: string, secret: Uint8Array) => {
      for (const name of names) realms.set(name, { pin, secret, left: tries });
    },
    /** As X serves it with the account's public keys. */
    config: {
      key_store_token_map_json: JSON.stringify({ realms: names.map((id) => ({ id })) }),
      token_map: names.map((key) => ({ key, value: { token: tokenOf(key) } })),
    },
  };
}
