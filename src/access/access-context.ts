import type { Seals } from '../kernel/seal.ts';
import type { World } from '../kernel/world.ts';

/** With what the functions of this room work besides the database. */
export interface AccessContext {
  readonly world: World;
  readonly seals: Seals;
}

/** One member of one institution. */
export interface MemberKey {
  readonly institutionId: number;
  readonly memberId: string;
}
