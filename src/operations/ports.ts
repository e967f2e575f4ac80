import type { FollowBack } from '../kernel/vocabulary/follow-back.ts';

/** What the site needs of the world outside; `service` fills it from the channels. */
export interface Ports {
  /** X, where the institution has an account there. */
  readonly x?: XDirectory;
  /** Facts about phone numbers, where a carrier tells them. */
  readonly phones?: PhoneDirectory;
  /** Channels by which this installation can write to a member. */
  readonly channels: readonly ('x' | 'sms' | 'app')[];
}

export interface XDirectory {
  /** Who is called so now. `undefined`: nobody. @throws Fault where X can't be asked */
  userByHandle(
    handle: string,
  ): Promise<{ userId: string; handle: string; name: string } | undefined>;
  /** Has the institution follow a user. `forbidden`: X does not let it, a person must. @throws Fault */
  follow(userId: string): Promise<FollowBack>;
  /** Hears when this user changes their handle, from now on. @throws Fault */
  watchHandle(userId: string): Promise<void>;
}

export interface PhoneDirectory {
  /** `null`: the carrier does not tell; unknown, not safe. @throws Fault */
  lookup(number: string): Promise<{
    readonly lineType: 'mobile' | 'landline' | 'voip' | 'other' | null;
    readonly simChangedAt: Temporal.Instant | null;
    readonly reassigned: boolean | null;
  }>;
}
