import type { ShareKind } from '../../src/kernel/vocabulary/share-kind.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import type { MerchantKind } from './merchants.ts';

/** A member of the demonstration credit union. */
export interface DemoPerson {
  readonly number: string;
  readonly name: string;
  /** Where their mail goes. */
  readonly address: readonly string[];
  readonly handle: string;
  readonly userId: string;
  /** E.164, from a range reserved for fiction. */
  readonly phone: string;
  readonly language: Language;
  /** A sentence about them for the page, in their language. */
  readonly about: string;
  readonly shares: readonly DemoShare[];
  readonly life: DemoLife;
  /** Suffixes. */
  readonly defaultShare: string;
  readonly transferSource?: string;
}

export interface DemoShare {
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly nickname?: string;
  /** Cents, before the first row. On a loan it is the amount owed, here and everywhere. */
  readonly opening: number;
  readonly overdraftLimit?: number;
  /** Dividends or interest a year, in hundredths of a percent. */
  readonly yearlyRate?: number;
  /** For a loan: its contract, in cents. The next payment is due on that day of the month. */
  readonly loan?: { readonly payment: number; readonly dueDay: number; readonly original: number };
  /** Another member's share that this person co-owns. */
  readonly jointWith?: { readonly number: string; readonly suffix: string };
}

/** A person's income and spending. All amounts are in cents. */
export interface DemoLife {
  readonly pay: readonly Pay[];
  readonly bills: readonly Bill[];
  readonly habits: readonly Habit[];
  readonly transfers: readonly StandingTransfer[];
  readonly occasions: readonly Occasion[];
  /** With less than this, they skip optional purchases. */
  readonly comfort: number;
  /** Anything above this goes to savings, some days after pay. */
  readonly surplus: number;
  readonly holds: readonly LifeHold[];
  /** The number of the newest check. */
  readonly lastCheck?: number;
}

/** Income, paid on the last business day before it is due. */
export interface Pay {
  readonly description: string;
  readonly amount: number;
  /** The amount varies by up to this percentage. */
  readonly spread?: number;
  readonly every: 'week' | 'two weeks' | { readonly day: number };
  /** Weeks and pairs of weeks start on the first Friday of 2024, plus this many days. */
  readonly offset?: number;
}

/** A monthly bill, paid on the first business day after it is due. */
export interface Bill {
  readonly day: number;
  readonly description: string;
  readonly amount: number;
  readonly spread?: number;
  readonly by: 'ach' | 'card' | 'check';
  /** Half as much again at the height of that season, half as much in the other. */
  readonly season?: 'summer' | 'winter';
  /** In these months only. */
  readonly months?: readonly number[];
}

export interface Habit {
  readonly at: MerchantKind;
  /** How often a week. */
  readonly weekly: number;
  /** Bought even when money is short. */
  readonly needed?: boolean;
}

/** Between own shares; or, with a description for each side, with another member's share. */
export interface StandingTransfer {
  readonly day: number;
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly kind: 'transfer' | 'loan_payment' | 'household';
}

/** Once a year. */
export interface Occasion {
  readonly month: number;
  readonly day: number;
  readonly description: string;
  /** Negative for money out. */
  readonly amount: number;
  readonly by: 'ach' | 'card' | 'check' | 'mobile_check';
  /** Paid from savings set aside there. */
  readonly from?: string;
}

/** A hold today. */
export interface LifeHold {
  readonly suffix: string;
  readonly amount: number;
  readonly description: string;
  /** Days before today, and days after today. */
  readonly placed: number;
  readonly expires: number;
  /** A deposit that came with it, on the same day. */
  readonly deposit?: { readonly amount: number; readonly description: string };
}
