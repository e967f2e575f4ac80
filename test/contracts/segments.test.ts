import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { countSegments } from '../../src/messages/segments/count-segments.ts';
import { splitSegments } from '../../src/messages/segments/split-segments.ts';

/**
 * Characters of test texts: mostly GSM-7, some that cost two, some outside GSM-7, and some that
 * must stay whole.
 */
const pieces = [
  ...Array.from('abcdefghijklmnopqrstuvwxyz ABC 0123456789 .,:;$£¥@éèùìòÇØøÅåÄÖÑÜ§¿äöñüà'),
  ...Array.from('€^{}[]~\\|'),
  '\n',
  '€€€€€€€€€€',
  'lorem ipsum dolor sit amet ',
];
const strangers = ['ç', 'ó', '₽', '漢', 'ع', '😀', '👍🏽', '👨‍👩‍👧‍👦', '🇫🇷', 'e\u0301', '“'];

describe('segments, compared with Twilio’s own calculator', () => {
  it('agree for 10,000 texts', () => {
    const random = seededRandom('segments');
    const pick = <T>(list: readonly T[]) => list[random.below(list.length)];
    const seen = { 'GSM-7': 0, 'UCS-2': 0, several: 0 };
    for (let round = 0; round < 10_000; round += 1) {
      const isPlain = round % 2 === 0;
      let text = '';
      for (let left = 1 + random.below(round % 10 === 0 ? 300 : 70); left > 0; left -= 1)
        text += isPlain || random.below(12) > 0 ? pick(pieces) : pick(strangers);
      const ours = countSegments(text);
      const theirs = new SegmentedMessage(text);
      const counts = `${ours.encoding} ${ours.segments}`;
      if (counts !== `${theirs.encodingName} ${theirs.segmentsCount}`)
        expect([text, counts]).toEqual([text, `${theirs.encodingName} ${theirs.segmentsCount}`]);
      seen[ours.encoding] += 1;
      if (ours.segments > 1) seen.several += 1;
      if (!isWhole(text, ours.encoding)) expect.unreachable(`torn or too long: ${text}`);
    }
    // Makes sure that the test still tests something.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2_000);
  });
});

/**
 * Checks that the parts join to the text, that none holds half of a pair, and that none is too
 * long.
 */
function isWhole(text: string, encoding: 'GSM-7' | 'UCS-2'): boolean {
  const parts = splitSegments(text);
  const isWide = encoding === 'UCS-2';
  const most = parts.length === 1 ? (isWide ? 70 : 160) : isWide ? 67 : 153;
  const units = (part: string) => (isWide ? part.length : countSegments(part).units);
  return (
    parts.join('') === text && parts.every((part) => part.isWellFormed() && units(part) <= most)
  );
}
