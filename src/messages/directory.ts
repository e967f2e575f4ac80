import type { FollowBack } from '../kernel/vocabulary/follow-back.ts';

/** Tells whom a platform knows. A channel brings it where members prove an address by a message from their account. */
export interface AccountDirectory {
  /** Who is called so now. `undefined`: nobody. @throws Fault where the platform can't be asked */
  userByHandle(
    handle: string,
  ): Promise<{ userId: string; handle: string; name: string } | undefined>;
  /** Has the institution follow a user. `forbidden`: the platform does not let it, a person must. @throws Fault */
  follow(userId: string): Promise<FollowBack>;
  /** Hears when this user changes their handle, from now on. @throws Fault */
  watchHandle(userId: string): Promise<void>;
}

/** Tells what a carrier knows of phone numbers. */
export interface PhoneDirectory {
  /** `null`: the carrier does not tell; unknown, not safe. @throws Fault */
  lookup(number: string): Promise<{
    readonly lineType: 'mobile' | 'landline' | 'voip' | 'other' | null;
    readonly simChangedAt: Temporal.Instant | null;
    readonly reassigned: boolean | null;
  }>;
}
