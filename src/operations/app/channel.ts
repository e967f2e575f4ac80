import { descriptors, hostedChannels } from '../../channels/descriptors.ts';
import { present } from '../../kernel/assert.ts';

/** The channel whose conversation members read from us. */
export const channel = present(hostedChannels[0], 'there is a channel that we keep');

const { slug } = descriptors[channel];

/** The path of an operation about it, under `/api/v1`. */
export function pathOf(rest: string): string {
  return `/${slug}/${rest}`;
}
