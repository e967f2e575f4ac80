import type { Channel, SendOutcome, WireMessage } from '../../src/messages/channel.ts';

const traits: Channel['traits'] = {
  textMax: 10_000,
  encoding: 'unicode',
  recyclable: false,
  endToEndEncrypted: false,
  costMicrodollarsPerUnit: 1,
};

/**
 * A carrier that answers by the list `outcomes`, then accepts. It can lose or withhold its record
 * of accepted messages.
 */
export function createScriptedCarrier(overrides: Partial<Channel['traits']> = {}) {
  const sent: WireMessage[] = [];
  const outcomes: SendOutcome[] = [];
  let record: 'kept' | 'lost' | 'silent' = 'kept';
  const channel: Channel = {
    name: 'x',
    traits: { ...traits, ...overrides },
    send: async (message) => {
      const outcome = outcomes.shift() ?? { outcome: 'accepted', carrierId: `c${sent.length + 1}` };
      if (outcome.outcome === 'accepted' || (outcome.outcome === 'unknown' && record === 'kept'))
        sent.push(message);
      return outcome;
    },
    lookup: async (message) => {
      if (record === 'silent') return { found: 'unknown' };
      const found = sent.findIndex((one) => one.id === message.id);
      return found < 0 ? { found: false } : { found: true, carrierId: `looked-up-${found}` };
    },
  };
  return { channel, sent, outcomes, keeps: (how: typeof record) => (record = how) };
}

/** A carrier that records accepted messages and questions. */
export function createRecordingCarrier() {
  const sent: WireMessage[] = [];
  const asked: string[] = [];
  let before: () => Promise<SendOutcome | undefined> = async () => undefined;
  const channel: Channel = {
    name: 'x',
    traits,
    send: async (message) => {
      const instead = await before();
      if (instead) return instead;
      sent.push(message);
      return { outcome: 'accepted', carrierId: `c${sent.length}-${message.id}` };
    },
    lookup: async ({ id }) => {
      asked.push(id);
      const found = sent.find((one) => one.id === id);
      return found ? { found: true, carrierId: `found-${id}` } : { found: false };
    },
  };
  return {
    channel,
    sent,
    asked,
    /** Runs before each sending. Its result replaces the answer. */
    beforeSending: (what: typeof before) => (before = what),
    /** Accepts a request that was in flight. */
    takes: (id: string) =>
      void sent.push({
        institutionId: 1,
        id,
        address: '',
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody reads it
        text: '' as WireMessage['text'],
        priority: 'reply',
      }),
  };
}
