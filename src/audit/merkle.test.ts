import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Leaf, leafOf } from './leaf.ts';
import { inclusionProof, rootOf, verifyInclusion } from './merkle.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

/**
 * The eight leaves of the reference implementation of certificate transparency (RFC 6962, whose tree RFC 9162 keeps), and the root of the
 * first one, two, three… of them. Published in google/certificate-transparency and transparency-dev/merkle.
 */
const vectors = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  /** Of which leaf, in a tree of how many, the neighbors on its way. */
  proofs: [
    { index: 0, size: 1, proof: [] },
    {
      index: 0,
      size: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      proof: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      index: 2,
      size: 3,
      proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    },
    {
      index: 1,
      size: 5,
      proof: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
};

const leafOfBytes = (content: Uint8Array): Leaf =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(content)
    .digest();
const published = vectors.leaves.map((content) => leafOfBytes(bytes(content)));

describe('the tree of RFC 9162', () => {
  it('has the published roots, that of no leaves included', () => {
    expect(vectors.roots.map((_, index) => hex(rootOf(published.slice(0, index + 1))))).toEqual(
      vectors.roots,
    );
    expect(hex(rootOf([]))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('gives the published proofs, and accepts them', () => {
    for (const { index, size, proof } of vectors.proofs) {
      const leaves = published.slice(0, size);
      expect(inclusionProof(leaves, index).map(hex)).toEqual(proof);
      const leaf = published[index] ?? new Uint8Array();
      const root = rootOf(leaves);
      expect(verifyInclusion({ leaf, index, size, proof: proof.map(bytes), root })).toBe(true);
    }
  });

  it('hashes a text as its UTF-8 behind a zero byte', () => {
    for (const content of ['', '["Québec",1]', '["\u0000"]', '😀'])
      expect(hex(leafOf(content))).toBe(hex(leafOfBytes(Buffer.from(content, 'utf8'))));
  });
});

/** The definition of section 2.1.1, word for word. */
function defined(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  const half = splitOf(leaves.length);
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(defined(leaves.slice(0, half)))
    .update(defined(leaves.slice(half)))
    .digest();
}

/** The definition of section 2.1.3.1. */
function definedProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length < 2) return [];
  const half = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...definedProof(left, index), defined(right)]
    : [...definedProof(right, index - half), defined(left)];
}

function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

const trees = fc
  .array(fc.uint8Array({ maxLength: 3 }), { minLength: 1, maxLength: 70 })
  .map((contents) => contents.map((content) => leafOfBytes(content)))
  .chain((leaves) => fc.record({ leaves: fc.constant(leaves), index: fc.nat(leaves.length - 1) }));

describe('any tree', () => {
  it('has the root and the proofs of the definition', () => {
    fc.assert(
      fc.property(trees, ({ leaves, index }) => {
        expect(hex(rootOf(leaves))).toBe(hex(defined(leaves)));
        expect(inclusionProof(leaves, index).map(hex)).toEqual(
          definedProof(leaves, index).map(hex),
        );
      }),
    );
  });

  it('accepts its own proofs, and none with a bit changed, at another place or of another length', () => {
    const flipped = (of: Uint8Array, bit: number) => {
      const copy = Buffer.from(of);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    fc.assert(
      fc.property(trees, fc.nat(255), fc.nat(), ({ leaves, index }, bit, any) => {
        const leaf = leaves[index] ?? new Uint8Array();
        const proof = inclusionProof(leaves, index);
        const good = { leaf, index, size: leaves.length, proof, root: rootOf(leaves) };
        expect(verifyInclusion(good)).toBe(true);
        const at = any % Math.max(proof.length, 1);
        const wrong = [
          { ...good, leaf: flipped(leaf, bit) },
          { ...good, root: flipped(good.root, bit) },
          ...proof
            .slice(at, at + 1)
            .map((node) => ({ ...good, proof: proof.with(at, flipped(node, bit)) })),
          { ...good, proof: [...proof, leaf] },
          ...(proof.length > 0 ? [{ ...good, proof: proof.slice(1) }] : []),
          { ...good, index: -1 },
          { ...good, index: leaves.length },
          { ...good, leaf: leaf.subarray(1) },
          { ...good, size: 0 },
        ];
        expect(wrong.map((one) => verifyInclusion(one))).toEqual(wrong.map(() => false));
      }),
    );
  });
});
