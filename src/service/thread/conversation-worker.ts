import { parentPort, workerData } from 'node:worker_threads';
import { recording } from '../../audit/changes/recording.ts';
import { createConversation } from '../../conversation/conversation.ts';
import { observed } from '../../database/observed.ts';
import { subscribe } from '../../database/signals.ts';
import { openPostgres } from '../../database/open-postgres.ts';
import { present } from '../../kernel/assert.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { createWorld } from '../../kernel/world.ts';
import { prepareReading } from '../../languages/reading.ts';
import { createLogger } from '../../observe/log.ts';
import { ledgerCore } from '../../core/local/ledger-core.ts';
import { deliveryTo } from '../delivery.ts';
import { createInstitutionCache } from '../institution-cache.ts';
import { createMayServe } from '../may-serve.ts';
import {
  eventOf,
  messageOf,
  plainError,
  type Answer,
  type Call,
  type MetricCall,
  type ThreadData,
  type Told,
} from './protocol.ts';

/**
 * Runs the conversation in its own thread with its own connections. Started by
 * `threaded-conversation.ts`.
 */
const port = present(parentPort, 'this runs as a worker');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by threaded-conversation.ts, of the same version
const data = workerData as ThreadData;
const { url, connectionsMax, statementSeconds } = data;
const world = createWorld();
const keyring = createKeyring(data.masterKeys, systemRandom, data.activeKey);
const opened = await openPostgres({ url, connectionsMax, statementSeconds });
const db = observed(recording(opened, { world, keyringOf: () => keyring }), {
  time: (...call) => measured(['time', ...call]),
});
const logger = createLogger(data.logLevel);
const institutions = createInstitutionCache(
  db,
  world,
  createMayServe({ db, world, keyring, logger }),
);
// Ended with the database.
subscribe(db, 'institutions', () => institutions.forget());

let answers: Answer[] = [];
let metrics: MetricCall[] = [];
let queued = false;
let isTelling = false;
let isEnding = false;

/** Collects the results of one turn, so that a batch's answers leave together. */
function tell(): void {
  if (isTelling) return;
  isTelling = true;
  setImmediate(() => {
    const told: Told = { answers, queued, metrics };
    answers = [];
    metrics = [];
    queued = false;
    isTelling = false;
    port.postMessage(told);
    // Nothing is left that keeps the thread alive.
    if (isEnding) port.close();
  });
}

function measured(call: MetricCall): void {
  metrics.push(call);
  tell();
}

const conversation = createConversation(
  {
    db,
    core: ledgerCore,
    keyring,
    world,
    logger,
    metrics: {
      count: (...call) => measured(['count', ...call]),
      time: (...call) => measured(['time', ...call]),
      gauge: (...call) => measured(['gauge', ...call]),
    },
    institution: async (id) => institutions.get(id),
    delivery: deliveryTo(db, world.clock),
    queued: () => {
      queued = true;
      tell();
    },
  },
  data.batchMax === undefined ? {} : { batchMax: data.batchMax },
);

async function carryOut({ ask }: Call): Promise<Omit<Answer, 'id'>> {
  switch (ask.ask) {
    case 'take':
      return {
        outcomes: await Promise.all(
          ask.messages.map(async (message) => conversation.take(messageOf(message))),
        ),
      };
    case 'happened':
      await conversation.happened(ask.events.map(eventOf));
      return {};
    case 'idle':
      await conversation.idle();
      return {};
    case 'answer':
      await db.query('select 1');
      return {};
    case 'stop':
    default:
      await conversation.idle();
      await db[Symbol.asyncDispose]();
      isEnding = true;
      return {};
  }
}

async function answer(call: Call): Promise<void> {
  let result: Omit<Answer, 'id'>;
  try {
    result = await carryOut(call);
  } catch (error) {
    result = { error: plainError(error) };
  }
  // Only now, since earlier results left while we waited.
  answers.push({ id: call.id, ...result });
  tell();
}

port.on('message', (calls: readonly Call[]) => {
  for (const call of calls) void answer(call);
});
prepareReading();
tell();
