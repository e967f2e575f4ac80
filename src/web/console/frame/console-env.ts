import type { Context } from 'hono';
import type { ProveIn, StaffContext } from '../../../operations/request-context.ts';
import type { StaffPrincipal } from '../../../operations/principal.ts';
import type { OperationContext } from '../../../operations/request-context.ts';
import type { Keyring } from '../../../kernel/keyring.ts';
import type { Core } from '../../../core/core.ts';
import type { Ports } from '../../../operations/ports.ts';

/** A request to the console, signed in or not. */
export interface ConsoleRequest extends OperationContext {
  readonly keyring: Keyring;
  readonly core: Core;
  readonly ports: Ports;
  readonly proveIn?: ProveIn | undefined;
  /** The address of the console, such as `https://staff.bank.example`. Passkeys are tied to it. */
  readonly consoleUrl: string;
  /** The browser's own name, cut to 200 characters. */
  readonly device: string;
  /** Absent for a stranger. */
  readonly principal?: StaffPrincipal;
  /** The session of a person who is signed in. */
  readonly sessionId?: string;
}

/** A request of a person who is signed in. It runs staff operations. */
export type SignedInRequest = ConsoleRequest &
  StaffContext & { readonly principal: StaffPrincipal };

/** The values that each request to the console carries in Hono's context. */
export interface ConsoleEnv {
  readonly Variables: {
    readonly request: ConsoleRequest;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;

/** Tells whether a person of the staff is signed in. */
export function isSignedIn(request: ConsoleRequest): request is SignedInRequest {
  return request.principal !== undefined;
}
