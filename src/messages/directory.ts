import type { FollowBack } from '../kernel/vocabulary/follow-back.ts';

/** Looks up accounts on a platform. A channel provides it if members prove an address by a message from their account. */
export interface AccountDirectory {
  /** Finds the user who has this handle now. `undefined`: nobody. @throws Fault if the platform can't be asked */
  userByHandle(
    handle: string,
  ): Promise<{ userId: string; handle: string; name: string } | undefined>;
  /** Makes the institution's account follow a user. `forbidden`: the platform doesn't allow it, so staff must do it. @throws Fault */
  follow(userId: string): Promise<FollowBack>;
  /** Our account in the platform's encrypted chat, where members may write to us too. Absent: none. */
  readonly encryptedAccount?: { readonly userId: string; readonly handle: string } | undefined;
  /** Subscribes to handle changes of this user. @throws Fault */
  watchHandle(userId: string): Promise<void>;
}

/** Looks up a carrier's facts about phone numbers. */
export interface PhoneDirectory {
  /** `null`: the carrier doesn't say. That means unknown, not safe. @throws Fault */
  lookup(number: string): Promise<{
    readonly lineType: 'mobile' | 'landline' | 'voip' | 'other' | null;
    readonly simChangedAt: Temporal.Instant | null;
    readonly reassigned: boolean | null;
  }>;
}
