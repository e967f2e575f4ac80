/** Tells listeners what happens to the users or phones they listen to, and keeps the newest deliveries of webhooks. */
export interface Feed<Event, Delivery> {
  /** Tells those who listen to one of these. */
  readonly tell: (names: readonly string[], event: Event) => void;
  readonly tellAll: (event: Event) => void;
  /** @returns what ends it */
  readonly subscribe: (name: string, listener: (event: Event) => void) => () => void;
  /** Keeps a delivery and tells all of it. */
  readonly recorded: (delivery: Delivery) => void;
  /** Newest first. */
  readonly deliveries: () => readonly Delivery[];
}

interface DeliveryEvent<Delivery> {
  readonly kind: 'delivery';
  readonly delivery: Delivery;
}

const deliveriesMax = 100;

export function createFeed<Event, Delivery>(): Feed<Event | DeliveryEvent<Delivery>, Delivery> {
  type Told = Event | DeliveryEvent<Delivery>;
  const listeners = new Map<string, Set<(event: Told) => void>>();
  const deliveries: Delivery[] = [];
  const tell = (names: readonly string[], event: Told) => {
    for (const name of names) for (const listener of listeners.get(name) ?? []) listener(event);
  };
  const tellAll = (event: Told) => tell([...listeners.keys()], event);
  return {
    tell,
    tellAll,
    subscribe: (name, listener) => {
      const own = listeners.get(name) ?? new Set();
      own.add(listener);
      listeners.set(name, own);
      return () => own.delete(listener);
    },
    recorded: (delivery) => {
      deliveries.unshift(delivery);
      deliveries.length = Math.min(deliveries.length, deliveriesMax);
      tellAll({ kind: 'delivery', delivery });
    },
    deliveries: () => deliveries,
  };
}
