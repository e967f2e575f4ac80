import type { ChannelName } from '../../src/kernel/vocabulary/channel.ts';

/** A member in the siege: their address, and how to write from it. */
export interface Person {
  readonly memberId: string;
  readonly channel: ChannelName;
  readonly address: string;
  /** Says STOP once, and still writes afterwards. */
  readonly stops: boolean;
  say(text: string): Promise<unknown>;
  /** The credit union's messages in this inbox, oldest first. */
  inbox(): readonly { readonly id: string; readonly text: string; readonly at: Temporal.Instant }[];
  /** What they wrote, by key, if no carrier knows it. */
  written?(): readonly { readonly key: string; readonly at: Temporal.Instant }[];
  /** Approves or declines the transfers that wait for the member's passkey. */
  decide?(): Promise<void>;
  /** What the service told them of each: `posted` or `declined`, by the approval's id. */
  decided?(): ReadonlyMap<string, string>;
  /** Reads what is new, on a phone that must ask for it or decrypt it first. */
  refresh?(): Promise<void>;
}
