import { createHmac } from 'node:crypto';
import { signatureHeader, signatureInput } from '../../../src/channels/twilio/wire.ts';
import type { World } from '../../../src/kernel/world.ts';

/** How deliveries fail when a test asks for it. */
export interface DeliveryFaults {
  /** Each is delivered this many times more. */
  duplicates: number;
  /** The next ones, this many, are lost. */
  dropped: number;
}

/** One delivery and its result, for the phone's panel and for tests. */
export interface TwilioDelivery {
  readonly kind: 'inbound' | 'status';
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
  readonly attempt: number;
}

export interface Delivering {
  readonly world: World;
  readonly fetch: typeof fetch;
  readonly authToken: string;
  readonly faults: DeliveryFaults;
  readonly recorded: (delivery: TwilioDelivery) => void;
}

/** The address, and the same again as its fallback. */
const attemptsMax = 2;

/** Signs a form and delivers it. Tries once more if the webhook does not accept it. */
export async function deliver(
  context: Delivering,
  form: {
    readonly kind: TwilioDelivery['kind'];
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { faults, authToken } = context;
  if (faults.dropped > 0) {
    faults.dropped -= 1;
    return;
  }
  const input = signatureInput(form.url, Object.entries(form.fields));
  const signature = createHmac('sha1', authToken).update(input, 'utf8').digest('base64');
  for (let copy = 0; copy <= faults.duplicates; copy += 1)
    await push(context, { ...form, signature });
}

async function push(
  { world, fetch: network, recorded }: Delivering,
  form: {
    readonly kind: TwilioDelivery['kind'];
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly signature: string;
  },
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const started = world.clock.now().epochMilliseconds;
    let status = 0;
    let body = '';
    try {
      const response = await network(form.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          [signatureHeader]: form.signature,
          'i-twilio-idempotency-token': Buffer.from(world.random.bytes(16)).toString('hex'),
        },
        body: new URLSearchParams(form.fields).toString(),
        signal: AbortSignal.timeout(15_000),
      });
      ({ status } = response);
      body = await response.text();
    } catch {
      status = 0;
    }
    const milliseconds = world.clock.now().epochMilliseconds - started;
    recorded({ kind: form.kind, status, body, milliseconds, attempt });
    if (status >= 200 && status < 300) return;
  }
}
