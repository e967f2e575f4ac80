/** So many differences of a kind are told. */
export const problemsMax = 100;
