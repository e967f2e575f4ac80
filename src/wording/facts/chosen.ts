import type { Places } from '../fill.ts';
import type { TextKey } from '../text-key.ts';

/** The text that states a reply, and the values of its places. */
export interface Facts {
  readonly key: TextKey;
  readonly places: Places;
}
