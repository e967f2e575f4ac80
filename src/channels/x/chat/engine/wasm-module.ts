import { readFile } from 'node:fs/promises';

/**
 * The class inside X's package on which its public wrapper stands: it alone imports and exports keys. These are the parts that we use,
 * as version 0.4.3 has them. What it returns is checked where it is used.
 */
export interface WasmChat {
  generateKeypairs(): unknown;
  exportKeys(): Uint8Array;
  /** Overwrites the bytes it was given. */
  importKeys(keys: Uint8Array, version?: string): void;
  setIdentity(userId: string, version: string): void;
  matchesRegisteredKey(publicKey: string): boolean;
  getPublicKeyFingerprint(): string;
  getPublicKeys(): unknown;
  prepareConversationKeyChange(given: object): unknown;
  encryptMessage(given: object): unknown;
  encryptReply(given: object): unknown;
  encryptEdit(given: object): unknown;
  encryptAddReaction(given: object): unknown;
  decryptEvent(
    event: string,
    keys: Readonly<Record<string, Uint8Array>>,
    signers: readonly object[],
  ): unknown;
  decryptEvents(events: readonly string[], signers: readonly object[]): unknown;
  lock(): void;
  free(): void;
}

interface WasmModule {
  readonly Chat: new () => WasmChat;
  default(given: { readonly module_or_path: Uint8Array }): Promise<unknown>;
}

let loaded: Promise<WasmModule> | undefined;

/** Loads the class, once in a thread. The package doesn't export its path, so it is found beside the package's entry. */
export async function loadWasmChat(): Promise<new () => WasmChat> {
  loaded ??= load();
  return (await loaded).Chat;
}

async function load(): Promise<WasmModule> {
  const entry = import.meta.resolve('@xdevplatform/chat-xdk');
  const file = new URL('./pkg/chat_xdk_wasm.js', entry);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the self-test checks at start what this version has
  const module = (await import(file.href)) as WasmModule;
  const bytes = await readFile(new URL('./pkg/chat_xdk_wasm_bg.wasm', entry));
  await module.default({ module_or_path: bytes });
  return module;
}
