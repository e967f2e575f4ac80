import { createHash } from 'node:crypto';
import { z } from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { buildProofInGo, type ProofInGo } from '../../test/support/proof-in-go.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { leafOf } from '../audit/leaf.ts';
import { checkProof, isProven, type RecordProof } from '../audit/proof.ts';
import { present } from '../kernel/assert.ts';
import { createKeyring } from '../kernel/keyring.ts';
import { seededRandom } from '../kernel/random.ts';
import type { Provable } from '../audit/provable.ts';
import { prove } from './prove.ts';
import { receiptTransaction } from './receipt-transaction.ts';

let go: ProofInGo;
beforeAll(() => {
  go = buildProofInGo();
});
afterAll(() => {
  if (!('missing' in go)) go.remove();
});

onGuardedEngines('a proof', (db) => {
  let service: Service;
  let proofs: { of: Provable; proof: RecordProof }[];
  const institutionId = () => service.fixture.institution.id;
  beforeAll(async () => {
    service = await startService(db(), { people: 7 });
    // Seven in one batch: a tree that is not full.
    await Promise.all(
      Array.from({ length: 7 }, async (_, person) =>
        service.say(person, person === 3 ? '#trans 5 7 0' : '#bal'),
      ),
    );
    const rows = await db().query<Provable>(
      `select 'outbound' as what, null as channel, id::text from outbound where institution_id = $1
        union all select 'inbound', channel, external_id from inbound where institution_id = $1
        union all select 'transaction', null, t.id::text from transactions t
          join inbound i on i.institution_id = $1 and i.batch_id = t.batch_id
          where t.institution_id = $1 and t.key = i.channel || ':' || i.external_id`,
      [institutionId()],
    );
    proofs = [];
    for (const of of rows) {
      const proof = await prove(db(), institutionId(), of);
      if (typeof proof === 'string') throw new Error(`${of.what} ${of.id}: ${proof}`);
      proofs.push({ of, proof });
    }
  });

  it('is given of each message and transaction, and is good', () => {
    expect(proofs.length).toBe(15);
    for (const { of, proof } of proofs) {
      const checked = checkProof(JSON.stringify(proof), {
        keyring: service.fixture.keyring,
      });
      expect(checked).toMatchObject({ signature: 'good' });
      expect(proof.leaves).toHaveLength(of.what === 'transaction' ? 3 : 1);
      for (const { content } of proof.leaves) expect(content).toContain(of.id);
    }
  });

  it('is checked by a program in Go with an implementation of RFC 9162 that nobody here wrote', (context) => {
    if ('missing' in go) return context.skip(go.missing);
    for (const { proof } of proofs) {
      const { said } = go.check(JSON.stringify(proof));
      expect(said).toBe(`proven: ${proof.leaves.length} of ${proof.tree.size}`);
    }
    for (const [what, altered] of alterations(proofs[0]?.proof)) {
      const { isProven, said } = go.check(JSON.stringify(altered));
      expect([what, isProven, said]).toEqual([what, false, expect.stringContaining('refused')]);
    }
    return undefined;
  });

  it('is refused with one bit changed anywhere', () => {
    const { keyring } = service.fixture;
    for (const [what, altered] of alterations(proofs[0]?.proof)) {
      const checked = checkProof(JSON.stringify(altered), { keyring });
      expect([what, checked]).toEqual([what, { refused: expect.any(String) }]);
    }
    const proof = proofs[0]?.proof;
    const signature = flippedHex(proof?.batch.signature ?? '');
    expect(
      checkProof(JSON.stringify({ ...proof, batch: { ...proof?.batch, signature } }), { keyring }),
    ).toEqual({ refused: 'the signature is not of its batch' });
    const other = createKeyring([{ id: 1, key: new Uint8Array(32).fill(9) }], seededRandom(1));
    expect(checkProof(JSON.stringify(proof), { keyring: other })).toHaveProperty('refused');
    expect(checkProof(JSON.stringify(proof))).toMatchObject({ signature: 'unchecked' });
    expect(checkProof(JSON.stringify(proof), { keyring: lackingKeyring() })).toMatchObject({
      signature: 'unknown_key',
    });
    for (const nothing of ['', '{}', 'null', '[1]', '{"proof":"tweet-my-money proof 1"}'])
      expect(checkProof(nothing)).toEqual({ refused: 'it is not a proof' });
  });

  it('that agrees with itself proves nothing without the key or a kept head', () => {
    const proof = present(proofs[0]?.proof, 'a proof');
    const number = proof.head.number;
    const forged = forgedFrom(proof);
    const check = (given: Parameters<typeof checkProof>[1], of: RecordProof = forged) => {
      const checked = checkProof(JSON.stringify(of), given);
      return 'refused' in checked ? checked.refused : isProven(checked);
    };
    const keyring = { keyring: service.fixture.keyring };
    expect(check({})).toBe(false);
    expect(check(keyring)).toBe('the signature is not of its batch');
    const head = { number: BigInt(number), hash: proof.batch.hash };
    expect(check({ head })).toBe('its batch is not the one that the kept head names');
    expect(check({}, proof)).toBe(false);
    expect(check(keyring, proof)).toBe(true);
    expect(check({ head }, proof)).toBe(true);
    // A head of another batch says nothing of this one.
    const later = { number: BigInt(number) + 1n, hash: 'a'.repeat(64) };
    expect(check({ head: later }, proof)).toBe(false);
    const ahead = { ...proof, head: { number: String(later.number), hash: 'b'.repeat(64) } };
    expect(check({ head: later }, ahead)).toBe('its head is not the one that was kept');
    expect(checkProof(JSON.stringify(ahead), keyring)).toMatchObject({
      signature: 'good',
      uncheckedHead: { number: later.number },
    });
    expect(checkProof(JSON.stringify(proof), keyring)).toMatchObject({ uncheckedHead: undefined });
  });

  it('is found by the receipt that the member got', async () => {
    const transfer = present(
      proofs.find(({ of }) => of.what === 'transaction'),
      'the transfer',
    );
    const member = present(service.fixture.members[3], 'who paid').number;
    const [reply] = await db().query<{ text: string }>(
      `select o.text from outbound o join inbound i on i.institution_id = $1 and i.batch_id = o.batch_id
        where o.institution_id = $1 and o.text like 'Moved%' limit 1`,
      [institutionId()],
    );
    const receipt = /\b\d+-\d+\b/.exec(present(reply, 'the reply').text)?.[0] ?? '';
    const find = async (of: string, by = member) =>
      receiptTransaction(db(), institutionId(), { member: by, receipt: of });
    expect(await find(receipt)).toBe(transfer.of.id);
    expect(await find('9-1')).toBeUndefined();
    expect(await find(receipt, 'nobody')).toBeUndefined();
  });

  it('is not given of what was altered, or of what nobody with the key wrote', async () => {
    const [{ of } = { of: undefined }] = proofs;
    if (of?.what !== 'outbound') throw new Error('a message that went out is first');
    await db().query(
      `update outbound set text = text || '!' where institution_id = $1 and id = $2`,
      [institutionId(), of.id],
    );
    expect(await prove(db(), institutionId(), of)).toBe('altered');
    await db().query('update outbound set batch_id = null where institution_id = $1 and id = $2', [
      institutionId(),
      of.id,
    ]);
    expect(await prove(db(), institutionId(), of)).toBe('not_recorded');
    const id = '018f0000-0000-7000-8000-000000000001';
    expect(await prove(db(), institutionId(), { what: 'transaction', id })).toBe('unknown');
  });
});

/** A proof of another text: its leaf, root and batch are computed again. */
function forgedFrom(proof: RecordProof): RecordProof {
  const content = present(proof.leaves[0], 'a leaf').content.replace('Savings', 'Nothing');
  const leaf = Buffer.from(leafOf(content)).toString('hex');
  const row = z.array(z.unknown()).parse(JSON.parse(proof.batch.content));
  const batch = JSON.stringify(row.with(4, [0, 1, 0]).with(5, leaf));
  const hash = createHash('sha256').update(batch).digest('hex');
  return {
    ...proof,
    leaves: [{ content, index: 0, hash: leaf, path: [] }],
    tree: { size: 1, root: leaf },
    batch: { ...proof.batch, content: batch, hash },
    head: { ...proof.head, hash },
  };
}

const lackingKeyring = () =>
  createKeyring([{ id: 77, key: new Uint8Array(32).fill(9) }], seededRandom(1));

/** The proof with one bit changed, at each place that a program without the key can check. */
function alterations(proof: RecordProof | undefined): [string, unknown][] {
  const leaf = proof?.leaves[0];
  if (!proof || !leaf) throw new Error('there is a proof');
  const { tree, batch } = proof;
  const withLeaf = (changed: Partial<typeof leaf>) => ({
    ...proof,
    leaves: [{ ...leaf, ...changed }],
  });
  return [
    ['the content', withLeaf({ content: flipped(leaf.content, 5 * 8) })],
    ['the index', withLeaf({ index: leaf.index ^ 1 })],
    ...leaf.path.map((node, at): [string, unknown] => [
      `node ${at}`,
      withLeaf({ path: leaf.path.with(at, flippedHex(node)) }),
    ]),
    ['a node less', withLeaf({ path: leaf.path.slice(1) })],
    ['the root', { ...proof, tree: { ...tree, root: flippedHex(tree.root) } }],
    ['the batch', { ...proof, batch: { ...batch, content: flipped(batch.content, 30 * 8) } }],
    ['its hash', { ...proof, batch: { ...batch, hash: flippedHex(batch.hash) } }],
  ];
}

/** A text with one bit of its bytes changed, where it stays one. */
function flipped(text: string, bit: number): string {
  const bytes = Buffer.from(text);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ 1;
  return bytes.toString();
}

/** Hexadecimal with one bit of what it stands for changed. */
function flippedHex(text: string): string {
  const bytes = Buffer.from(text, 'hex');
  bytes[7] = (bytes[7] ?? 0) ^ 16;
  return bytes.toString('hex');
}
