import type { Language } from '../kernel/vocabulary/language.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';

/** A person of the institution's staff, as they act now. */
export interface StaffIdentity {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
}

/** Whom an act or a list names: one person of one institution. */
export interface StaffKey {
  readonly institutionId: number;
  readonly staffId: string;
}
