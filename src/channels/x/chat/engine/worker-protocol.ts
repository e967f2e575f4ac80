import type {
  ChatIdentity,
  ChatSession,
  NewKeys,
  PreparedKeyChange,
  PreparedMessage,
  ReadResult,
  UserKeys,
} from './chat-engine.ts';

/** A call to the engine's thread. `session` names an opened identity. */
export type EngineCall =
  | { readonly ask: 'generate' }
  | { readonly ask: 'open'; readonly session: number; readonly identity: ChatIdentity }
  | { readonly ask: 'matches'; readonly session: number; readonly publicKey: string }
  | { readonly ask: 'fingerprint'; readonly session: number }
  | {
      readonly ask: 'prepareKeyChange';
      readonly session: number;
      readonly all: readonly UserKeys[];
    }
  | {
      readonly ask: 'encrypt';
      readonly session: number;
      readonly message: Parameters<ChatSession['encrypt']>[0];
    }
  | {
      readonly ask: 'read';
      readonly session: number;
      readonly event: string;
      readonly given: Parameters<ChatSession['read']>[1];
    }
  | { readonly ask: 'close'; readonly session: number }
  | { readonly ask: 'stop' };

/** What each call returns. */
export interface EngineResults {
  readonly generate: NewKeys;
  readonly open: undefined;
  readonly matches: boolean;
  readonly fingerprint: string;
  readonly prepareKeyChange: PreparedKeyChange;
  readonly encrypt: PreparedMessage;
  readonly read: ReadResult;
  readonly close: undefined;
  readonly stop: undefined;
}

export interface EngineQuestion {
  readonly id: number;
  readonly call: EngineCall;
}

/** An error goes as its code: a message of the engine's may hold what it worked on. */
export type EngineAnswer =
  | { readonly id: number; readonly result: EngineResults[keyof EngineResults] }
  | { readonly id: number; readonly failed: string };
