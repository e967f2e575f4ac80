/**
 * What happened to a row of a recorded table. `inserted`, `found` (it was there when its table's record began): the whole row is known.
 * `updated`: some columns were set. `saved`: inserted or, where it was there, updated. `deleted`: the row as it was.
 */
export const changeKinds = ['inserted', 'found', 'updated', 'saved', 'deleted'] as const;
export type ChangeKind = (typeof changeKinds)[number];
