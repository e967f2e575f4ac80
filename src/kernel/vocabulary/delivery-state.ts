/** How far the delivery of an event to a webhook is. `dead`: it failed for good. */
export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;

export type DeliveryState = (typeof deliveryStates)[number];
