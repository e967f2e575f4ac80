import type { Places } from '../fill.ts';
import type { TextKey } from '../text-key.ts';

/** Which text says a reply, and what stands in its places. */
export interface Facts {
  readonly key: TextKey;
  readonly places: Places;
}
