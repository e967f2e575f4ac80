/** Passes events of users or phones to their listeners, and keeps the newest webhook deliveries. */
export interface Feed<Event, Delivery> {
  /** Calls the listeners of any of these. */
  readonly tell: (names: readonly string[], event: Event) => void;
  readonly tellAll: (event: Event) => void;
  /** @returns a function that stops listening */
  readonly subscribe: (name: string, listener: (event: Event) => void) => () => void;
  /** Keeps a delivery and passes it to all listeners. */
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
