import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';

/** The dependencies of this room's functions besides the database. */
export interface AccessContext {
  readonly world: World;
  readonly keyring: Keyring;
}

/** One member of one institution. */
export interface MemberKey {
  readonly institutionId: number;
  readonly memberId: string;
}
