/**
 * The id with which a transaction leaves in a file: its own without dashes, so that it fits the 35 characters of ISO 20022. Pure.
 */
export function endToEndId(transactionId: string): string {
  return transactionId.replaceAll('-', '');
}

/** The transaction of such an id; `undefined`: the id is not of our form. Pure. */
export function transactionOf(id: string | undefined): string | undefined {
  const plain = id?.replaceAll(/[\s-]/g, '').toLowerCase() ?? '';
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})(7[0-9a-f]{3})([89ab][0-9a-f]{3})([0-9a-f]{12})$/.exec(
    plain,
  );
  return parts?.slice(1).join('-');
}
