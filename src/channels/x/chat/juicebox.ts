import { readFile } from 'node:fs/promises';
import { Fault } from '../../../kernel/fault.ts';
import { z } from 'zod';

declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: object } }>;
};

/** What X's optional package `juicebox-sdk` provides, as far as we use it. */
export interface JuiceboxModule {
  readonly Client: new (
    configuration: object,
    previous: readonly object[],
  ) => {
    recover(pin: Uint8Array, info: Uint8Array): Promise<Uint8Array>;
  };
  readonly Configuration: new (json: unknown) => object;
}

const juiceboxConfig = z.looseObject({
  key_store_token_map_json: z.string(),
  token_map: z
    .array(
      z.looseObject({ key: z.string(), value: z.looseObject({ token: z.string().optional() }) }),
    )
    .optional(),
});

/**
 * Recovers the account's keys from the realms that X runs, by the PIN that was set on a phone. X counts wrong PINs and deletes the keys
 * after a few.
 * @param given `config` is `juicebox_config` as X serves it for the own account
 * @throws Fault `x_chat_pin_refused`, `x_chat_no_juicebox`
 */
export async function recoverByPin(given: {
  readonly config: unknown;
  readonly pin: string;
  /** Absent: X's own package, if it is installed. */
  readonly load?: () => Promise<JuiceboxModule>;
}): Promise<Uint8Array> {
  const config = juiceboxConfig.safeParse(given.config);
  if (!config.success) throw noJuicebox('X keeps no keys of this account');
  const { token_map: map = [], key_store_token_map_json: realms } = config.data;
  const tokens = new Map(
    map.flatMap(({ key, value }) => (value.token ? [[key, value.token]] : [])),
  );
  const module = await (given.load ?? loadJuicebox)().catch(() => {
    throw noJuicebox('the package juicebox-sdk is not installed: npm install juicebox-sdk');
  });
  // The package asks for a realm's token by this global name.
  Reflect.set(globalThis, 'JuiceboxGetAuthToken', async (realm: Uint8Array | string) =>
    tokens.get(typeof realm === 'string' ? realm : Buffer.from(realm).toString('hex')),
  );
  try {
    const client = new module.Client(new module.Configuration(realms), []);
    return await client.recover(new TextEncoder().encode(given.pin), new Uint8Array(0));
  } catch {
    throw new Fault({
      code: 'x_chat_pin_refused',
      message:
        'X’s realms did not give the keys for this PIN. After a few wrong PINs they delete them',
      retryable: false,
    });
  } finally {
    Reflect.deleteProperty(globalThis, 'JuiceboxGetAuthToken');
  }
}

const sdk = 'juicebox-sdk';

/**
 * The package is optional and not among our dependencies: it is needed once, to take the keys over from a phone. It is made for bundlers,
 * so Node instantiates its WebAssembly by hand, as X's own wrapper does.
 */
async function loadJuicebox(): Promise<JuiceboxModule> {
  const glue: unknown = await import(import.meta.resolve(`${sdk}/juicebox-sdk_bg.js`));
  const bytes = await readFile(new URL(import.meta.resolve(`${sdk}/juicebox-sdk_bg.wasm`)));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package's own names
  const module = glue as JuiceboxModule & { __wbg_set_wasm(exports: object): void };
  const { instance } = await WebAssembly.instantiate(bytes, {
    './juicebox-sdk_bg.js': { ...module },
  });
  module.__wbg_set_wasm(instance.exports);
  return module;
}

function noJuicebox(why: string): Fault {
  return new Fault({
    code: 'x_chat_no_juicebox',
    message: `The keys can’t be recovered by PIN: ${why}`,
    retryable: false,
  });
}
