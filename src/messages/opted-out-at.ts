/**
 * SQL for the time of STOP in a conversation, null if there is none. For a merged conversation, reads the one it was merged into.
 * @param alias of `conversations`, in a statement whose `$1` is the institution
 */
export function optedOutAt(alias: string): string {
  return `case when ${alias}.merged_into is null then ${alias}.opted_out_at
    else (select r.opted_out_at from conversations r where r.institution_id = $1 and r.id = ${alias}.merged_into) end`;
}
