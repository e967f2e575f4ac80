/**
 * SQL: when STOP was said in a conversation, null where it was not. The word of a merged one is that of the conversation into which it
 * was merged, which is read for those alone.
 * @param alias of `conversations`, in a statement whose `$1` is the institution
 */
export function optedOutAt(alias: string): string {
  return `case when ${alias}.merged_into is null then ${alias}.opted_out_at
    else (select r.opted_out_at from conversations r where r.institution_id = $1 and r.id = ${alias}.merged_into) end`;
}
