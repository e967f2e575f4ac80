import { type Leaf, leafOf } from '../audit/leaf.ts';
import { leafFormats } from '../audit/leaf-formats.ts';
import { bookLines } from './lines.ts';
import type { BookRows } from './rows.ts';

/** The content of a leaf for each row of the books, all its columns. */
export function bookContents(rows: BookRows): string[] {
  return bookLines(rows).map((line) => JSON.stringify([leafFormats.books, ...line]));
}

/** A leaf for each row of the books that a batch writes. */
export function bookLeaves(rows: BookRows): Leaf[] {
  return bookContents(rows).map((content) => leafOf(content));
}

/** Names the row behind a leaf's content, as `account 0198… entry 7`. */
export function bookRowName([, kind, id, number]: readonly unknown[]): string {
  if (kind === 'transaction') return `transaction ${String(id)}`;
  if (kind === 'entry') return `account ${String(id)} entry ${String(number)}`;
  return `${String(kind)} ${String(id)} event ${String(number)}`;
}
